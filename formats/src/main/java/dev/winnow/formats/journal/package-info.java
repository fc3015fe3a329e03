/**
 * Entries of a systemd journal, in the Journal Export Format that {@code systemd-journal-upload}
 * sends and {@code journalctl -o export} prints.
 *
 * <p>{@link dev.winnow.formats.journal.JournalDecoder} is given bytes as they come, and gives
 * records. The format says how long each value is, so what follows something that is no field
 * cannot be understood: it is refused, and what came before is not.
 */
@NullMarked
package dev.winnow.formats.journal;

import org.jspecify.annotations.NullMarked;
