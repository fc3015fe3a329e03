/**
 * What the commands share: where they read and write, what a terminal is told, how figures look.
 *
 * <p>{@link dev.winnow.cli.console.Console} is the process as a command sees it; {@link
 * dev.winnow.cli.console.Inputs} goes through the files that a user named. Log text is hostile: all
 * of it goes through {@link dev.winnow.cli.console.Printable} before it is printed.
 */
@NullMarked
package dev.winnow.cli.console;

import org.jspecify.annotations.NullMarked;
