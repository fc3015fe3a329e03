/**
 * Timestamps as programs print them: {@link dev.winnow.formats.time.TimeShape} lists the shapes,
 * {@link dev.winnow.formats.time.TimestampScanner} reads them. What a timestamp leaves out, its
 * year or zone, is assumed by a fixed rule, and the scanner says that it was.
 */
@NullMarked
package dev.winnow.formats.time;

import org.jspecify.annotations.NullMarked;
