/** JSON as callers write and read it, by the Avro schemas: the same names, types and defaults. */
@NullMarked
package dev.partyline.api.http.json;

import org.jspecify.annotations.NullMarked;
