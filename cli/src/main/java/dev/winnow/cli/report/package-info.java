/**
 * What was found in a log, shown: {@link dev.winnow.cli.report.TextReport} for people at a
 * terminal, {@link dev.winnow.cli.report.JsonReport} for programs.
 */
@NullMarked
package dev.winnow.cli.report;

import org.jspecify.annotations.NullMarked;
