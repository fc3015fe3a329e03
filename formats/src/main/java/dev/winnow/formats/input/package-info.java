/**
 * Bytes to lines. An {@link dev.winnow.formats.input.Input} is a log as text, with what is known
 * about it; a {@link dev.winnow.formats.input.LineReader} cuts it into lines, in constant memory
 * whatever it holds. {@link dev.winnow.formats.input.Content} judges by the first bytes whether
 * they are text at all; what is packed is unpacked in {@code dev.winnow.formats.unpack}.
 */
@NullMarked
package dev.winnow.formats.input;

import org.jspecify.annotations.NullMarked;
