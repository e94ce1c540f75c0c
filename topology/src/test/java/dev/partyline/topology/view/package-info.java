@NullMarked
package dev.partyline.topology.view;

import org.jspecify.annotations.NullMarked;
