/**
 * Lines to records. {@link dev.winnow.formats.join.RecordReader} joins the lines of a stack trace
 * or of a message to the record that they belong to and gives one record after another; {@link
 * dev.winnow.formats.join.LineLedger} says what became of every line.
 */
@NullMarked
package dev.winnow.formats.join;

import org.jspecify.annotations.NullMarked;
