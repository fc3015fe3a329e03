/**
 * Makes the records that ingestion and questions are measured with: those of twelve invented
 * services, of which {@code statements.txt} has the statements.
 *
 * <p>{@link dev.winnow.bench.traffic.Traffic} draws a pool of requests once and encodes them.
 * {@link dev.winnow.bench.traffic.PooledRequest} fills in, for each time one is sent, what may not
 * repeat: times, ids and the digits of variables. So a sender takes little of the processor that it
 * shares with what it measures, and a store finds no repetition to compress that real logs would
 * not have.
 *
 * <p>Everything follows from a seed and the number of a request. What was sent is therefore known
 * without being kept, and {@link dev.winnow.bench.traffic.Truth} has the right answers.
 */
@NullMarked
package dev.winnow.bench.traffic;

import org.jspecify.annotations.NullMarked;
