/** What comes in over the API, on its way to Kafka. */
@NullMarked
package dev.partyline.api.intake;

import org.jspecify.annotations.NullMarked;
