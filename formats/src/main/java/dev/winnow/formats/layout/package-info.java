/**
 * What a line of a log says beside its message. A layout is a file in {@code src/main/layouts}, see
 * {@link dev.winnow.formats.layout.LayoutFile}; {@link dev.winnow.formats.layout.Layouts} holds all
 * of them. {@link dev.winnow.formats.layout.LineInterpreter} reads a line by them, or as JSON,
 * logfmt or the row of a table, into a {@link dev.winnow.formats.layout.LineReading}.
 *
 * <p>A line that fits nothing is plain text, and all of it is the message. Nothing here looks at
 * more than one line, but for the header of a table.
 */
@NullMarked
package dev.winnow.formats.layout;

import org.jspecify.annotations.NullMarked;
