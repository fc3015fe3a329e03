/**
 * Records as plain JSON over HTTP: an object on each line, a list of objects, or one object. {@link
 * dev.winnow.formats.jsonlines.JsonLinesDecoder} gives each member the meaning and place that the
 * table of known names has for it, the same one that reads JSON in files. A line that is no object
 * does not cost the others; it is counted, and the first of its kind are described.
 */
@NullMarked
package dev.winnow.formats.jsonlines;

import org.jspecify.annotations.NullMarked;
