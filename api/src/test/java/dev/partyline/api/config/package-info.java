@NullMarked
package dev.partyline.api.config;

import org.jspecify.annotations.NullMarked;
