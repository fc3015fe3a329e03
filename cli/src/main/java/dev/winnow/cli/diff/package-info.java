/**
 * {@code winnow diff}: what differs between two logs, or between two times of one.
 *
 * <p>{@link dev.winnow.cli.diff.DiffCommand} reads both into findings, {@code Comparing} makes
 * {@code Differences} of them, and {@code DiffText}, {@code DiffJson} and {@code DiffMarkdown} show
 * those. Raw counts decide nothing: every difference that is named is one of size, beyond chance,
 * after the sizes of both logs are accounted for; what is too rare to tell is counted.
 */
@NullMarked
package dev.winnow.cli.diff;

import org.jspecify.annotations.NullMarked;
