/** The contract of stores as tests, and stores in memory that pass it. */
@NullMarked
package dev.winnow.storage.testkit;

import org.jspecify.annotations.NullMarked;
