/**
 * What a line of a log says beside its message. {@link dev.winnow.formats.layout.Layouts} is the
 * table of layouts, each a pattern of fields; {@link dev.winnow.formats.layout.LineInterpreter}
 * reads a line by them, or as JSON or logfmt, into a {@link dev.winnow.formats.layout.LineReading}.
 *
 * <p>A line that fits nothing is plain text, and all of it is the message. Nothing here looks at
 * more than one line.
 */
@NullMarked
package dev.winnow.formats.layout;

import org.jspecify.annotations.NullMarked;
