/**
 * JSON as bytes: a bounded pull scanner and a writer.
 *
 * <p>{@link dev.winnow.kernel.json.JsonScanner} reads log lines and bodies, which are hostile, so
 * it keeps no tree, calls nothing recursively, allocates nothing per value and reports what is not
 * JSON as an event instead of an exception. {@link dev.winnow.kernel.json.JsonWriter} writes
 * compact JSON whose strings and numbers are spelled as RFC 8785 spells them, so that equal values
 * have equal text in every language.
 *
 * <p>There is no data binding and no leniency: comments, single quotes, trailing commas, {@code
 * NaN} and a byte order mark are not JSON.
 */
@NullMarked
package dev.winnow.kernel.json;

import org.jspecify.annotations.NullMarked;
