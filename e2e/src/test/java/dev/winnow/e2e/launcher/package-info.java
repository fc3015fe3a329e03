/**
 * What {@code ./winnow} promises before Java runs: which JDK it takes, when it builds, what it
 * hands on. Maven and the JDKs are small scripts here, so that each situation is quick to make.
 */
@NullMarked
package dev.winnow.e2e.launcher;

import org.jspecify.annotations.NullMarked;
