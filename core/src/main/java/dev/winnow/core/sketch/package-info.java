/**
 * Summaries of very many values in little memory, each with an error that is bounded and known.
 *
 * <p>{@link dev.winnow.core.sketch.QuantileSketch} says how numbers are spread, {@link
 * dev.winnow.core.sketch.HeavyHitters} which texts are the most frequent, and {@link
 * dev.winnow.core.sketch.DistinctCount} how many different ones there are. Each is exact while it
 * has seen little and small while it has seen little, as there may be one for every variable of
 * every template; each has a fixed bound; and the sketches of two sets merge into one of their
 * union. None is thread-safe.
 */
@NullMarked
package dev.winnow.core.sketch;

import org.jspecify.annotations.NullMarked;
