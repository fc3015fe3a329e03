/**
 * {@code winnow analyze --follow}: what is in logs while they are written.
 *
 * <p>{@link dev.winnow.cli.follow.Follow} has one thread for each input. They take turns to add a
 * record, so records count in the order in which they arrive and nothing has to be queued or given
 * up: while one thread counts or prints, the others wait, and the files keep what is not read yet.
 * What is new goes to a display: lines for a pipe, or a picture on a terminal that is drawn anew.
 */
@NullMarked
package dev.winnow.cli.follow;

import org.jspecify.annotations.NullMarked;
