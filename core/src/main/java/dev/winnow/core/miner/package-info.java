/**
 * Learns templates: which forms are the same statement of a program.
 *
 * <p>Read {@link dev.winnow.core.miner.TemplateMiner} first, then {@code ShapeReader}, which says
 * what in a form is a value, and {@code Partition}, which decides when a word is one.
 */
@NullMarked
package dev.winnow.core.miner;

import org.jspecify.annotations.NullMarked;
