/** The winnow command: what a person types, and how the answers look in a terminal. */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
