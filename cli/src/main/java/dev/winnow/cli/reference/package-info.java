/**
 * What the command line tells shells and manuals about itself: completion scripts and a manual
 * page.
 *
 * <p>All of it is made from picocli's model of the commands when it is asked for, so it cannot be
 * stale. {@link dev.winnow.cli.reference.CompletionCommand} and {@link
 * dev.winnow.cli.reference.ManualCommand} print; {@code VisibleCommand} is what they see of a
 * command. Hidden commands and options, and commands within subcommands, are not shown.
 */
@NullMarked
package dev.winnow.cli.reference;

import org.jspecify.annotations.NullMarked;
