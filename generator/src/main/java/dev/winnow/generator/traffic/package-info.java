/**
 * Requests that pass through the shop. {@link dev.winnow.generator.traffic.Traffic} gives the
 * records that they leave behind, in order of time; a {@code Passage} lets one request pass, with
 * the calls that it causes, and a {@code RecordMaker} writes out what was said.
 */
@NullMarked
package dev.winnow.generator.traffic;

import org.jspecify.annotations.NullMarked;
