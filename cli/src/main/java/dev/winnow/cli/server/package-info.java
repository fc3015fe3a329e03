/**
 * The commands that run in the server program.
 *
 * <p>What a person types is known here, so that help, completion and manual tell of every command;
 * what it does is given as a {@link dev.winnow.cli.server.ServerProgram}. The launcher starts the
 * program that has one.
 */
@NullMarked
package dev.winnow.cli.server;

import org.jspecify.annotations.NullMarked;
