/** Several instances of one installation against the promise that any of them answers. */
@NullMarked
package dev.partyline.api.cluster;

import org.jspecify.annotations.NullMarked;
