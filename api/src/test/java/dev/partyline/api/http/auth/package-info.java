/** Tests of who may ask for what; over HTTP where HTTP matters. */
@NullMarked
package dev.partyline.api.http.auth;

import org.jspecify.annotations.NullMarked;
