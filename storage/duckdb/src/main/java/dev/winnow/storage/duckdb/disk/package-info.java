/** Files and directories that are as they should be after the process or the power fails. */
@NullMarked
package dev.winnow.storage.duckdb.disk;

import org.jspecify.annotations.NullMarked;
