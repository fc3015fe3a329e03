/**
 * Records as they are stored, for those who watch.
 *
 * <p>Of each tenant that is watched one {@link dev.winnow.server.live.Follower} reads the store, in
 * the order of commits, and offers each record to all {@link dev.winnow.server.live.Tail}s that
 * want it. A {@link dev.winnow.server.live.TailSession} takes from its tail what its reader is
 * ready for. Nobody waits for a slow reader: it loses the oldest, and is told how many.
 */
@NullMarked
package dev.winnow.server.live;

import org.jspecify.annotations.NullMarked;
