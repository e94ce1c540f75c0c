/** The schema registry, as a client sees it: Confluent's protocol, an id per schema. */
@NullMarked
package dev.partyline.schemas.registry;

import org.jspecify.annotations.NullMarked;
