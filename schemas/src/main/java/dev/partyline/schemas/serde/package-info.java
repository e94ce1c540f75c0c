/** Values in the Confluent wire format: byte 0, a 4-byte schema id, Avro binary. */
@NullMarked
package dev.partyline.schemas.serde;

import org.jspecify.annotations.NullMarked;
