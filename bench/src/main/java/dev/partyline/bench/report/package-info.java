/** What a benchmark has measured, as numbers, tables, charts and files. Pure, but for the writing of files. */
@NullMarked
package dev.partyline.bench.report;

import org.jspecify.annotations.NullMarked;
