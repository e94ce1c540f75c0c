@NullMarked
package dev.partyline.api.http.json;

import org.jspecify.annotations.NullMarked;
