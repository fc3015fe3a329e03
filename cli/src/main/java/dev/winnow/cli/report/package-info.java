/**
 * What was found in a log, shown: {@link dev.winnow.cli.report.TextReport} for people at a
 * terminal, {@link dev.winnow.cli.report.HtmlReport} for people with a browser, {@link
 * dev.winnow.cli.report.MarkdownReport} for a comment in a code review, {@link
 * dev.winnow.cli.report.JsonReport} for programs.
 *
 * <p>They share the words: what can be said in the same way in all of them is said by {@link
 * dev.winnow.cli.report.Wording} and its like, and only how it looks differs.
 */
@NullMarked
package dev.winnow.cli.report;

import org.jspecify.annotations.NullMarked;
