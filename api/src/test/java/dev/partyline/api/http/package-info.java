@NullMarked
package dev.partyline.api.http;

import org.jspecify.annotations.NullMarked;
