/** The configuration file of a server: read, checked as a whole, and typed. */
@NullMarked
package dev.partyline.api.config;

import org.jspecify.annotations.NullMarked;
