/** The schema registry of embedded mode: Confluent's protocol on loopback, kept in one file. */
@NullMarked
package dev.partyline.api.registry;

import org.jspecify.annotations.NullMarked;
