/**
 * Learns templates: which forms are the same statement of a program.
 *
 * <p>Read {@link dev.winnow.core.miner.TemplateMiner} first, then {@code ShapeReader}, which says
 * what in a form is a value, {@code Partition}, which decides when a word is one, and {@code
 * Catalog}, which files what was learned. {@link dev.winnow.core.miner.TemplateVariables} goes the
 * other way, from a template to the values of a record.
 */
@NullMarked
package dev.winnow.core.miner;

import org.jspecify.annotations.NullMarked;
