/** Who asks, by the token they bring, and what they may ask for. */
@NullMarked
package dev.partyline.api.http.auth;

import org.jspecify.annotations.NullMarked;
