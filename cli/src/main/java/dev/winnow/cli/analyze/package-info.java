/**
 * {@code winnow analyze}: what is in a log. {@link dev.winnow.cli.analyze.Analysis} takes in record
 * after record, and gives {@link dev.winnow.cli.analyze.Findings}, which are printed for people or
 * as JSON.
 */
@NullMarked
package dev.winnow.cli.analyze;

import org.jspecify.annotations.NullMarked;
