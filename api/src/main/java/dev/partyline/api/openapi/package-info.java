/** The API's description for programs: paths by hand, what lies in Kafka by its schemas. */
@NullMarked
package dev.partyline.api.openapi;

import org.jspecify.annotations.NullMarked;
