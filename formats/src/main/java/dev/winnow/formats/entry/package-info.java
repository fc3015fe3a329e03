/**
 * Inputs whose records are not lines: one JSON document that holds many records, JSON over several
 * lines, and the export format of systemd's journal. {@link dev.winnow.formats.entry.Entries} makes
 * an input of one line for each record of them, and leaves all other inputs as they are.
 *
 * <p>Nothing here holds a document: bytes pass through, and what is kept is bounded by the
 * constants of {@link dev.winnow.formats.entry.DocumentEntries}.
 */
@NullMarked
package dev.winnow.formats.entry;

import org.jspecify.annotations.NullMarked;
