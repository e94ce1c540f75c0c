/** The acceptance scenarios of {@code docs/rules.md}: data files, and what plays them ({@code docs/scenarios.md}). */
@NullMarked
package dev.partyline.api.scenario;

import org.jspecify.annotations.NullMarked;
