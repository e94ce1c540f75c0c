/** The HTTP API: one resource per noun, over {@code Queries} for reading and {@code Intake} for writing. */
@NullMarked
package dev.partyline.api.http;

import org.jspecify.annotations.NullMarked;
