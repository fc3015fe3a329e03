/**
 * Bytes to lines. An {@link dev.winnow.formats.input.Input} is a file or a stream with what is
 * known about it; a {@link dev.winnow.formats.input.LineReader} cuts it into lines, in constant
 * memory whatever it holds. What is not text is refused with a message that says what to do.
 */
@NullMarked
package dev.winnow.formats.input;

import org.jspecify.annotations.NullMarked;
