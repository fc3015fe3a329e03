@NullMarked
package dev.winnow.storage.duckdb.query;

import org.jspecify.annotations.NullMarked;
