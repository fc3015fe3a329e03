/**
 * The rules of the house, read off the compiled classes: which module may use which, and what no
 * class may do. Package {@code offender} breaks each of them, to prove that it would be noticed.
 */
@NullMarked
package dev.winnow.e2e.architecture;

import org.jspecify.annotations.NullMarked;
