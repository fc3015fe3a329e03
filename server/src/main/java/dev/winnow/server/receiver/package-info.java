/**
 * The protocols by which records come in: each reads a body, hands its records to the pipeline, and
 * says in its own words what became of them.
 *
 * <p>None of them knows its transport: {@link dev.winnow.server.listen} brings bodies whose senders
 * are known, within the limits of size and time.
 */
@NullMarked
package dev.winnow.server.receiver;

import org.jspecify.annotations.NullMarked;
