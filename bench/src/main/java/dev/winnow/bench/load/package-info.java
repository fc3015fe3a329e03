/**
 * Loads a running server with {@link dev.winnow.bench.traffic} and measures it from outside: the
 * rate that it acknowledges, how long that takes, and whether its answers are right.
 *
 * <p>{@link dev.winnow.bench.load.Sender} is the program that sends; {@link
 * dev.winnow.bench.load.Link} what it sends over, by HTTP or gRPC.
 */
@NullMarked
package dev.winnow.bench.load;

import org.jspecify.annotations.NullMarked;
