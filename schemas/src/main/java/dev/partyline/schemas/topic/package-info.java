/** The topics as typed values, declared once with key, value, partitions, cleanup and retention. */
@NullMarked
package dev.partyline.schemas.topic;

import org.jspecify.annotations.NullMarked;
