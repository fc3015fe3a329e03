@NullMarked
package dev.winnow.e2e.architecture.offender.storage.duckdb;

import org.jspecify.annotations.NullMarked;
