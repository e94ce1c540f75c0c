/** What an instance measures, in Prometheus' form. */
@NullMarked
package dev.partyline.api.metrics;

import org.jspecify.annotations.NullMarked;
