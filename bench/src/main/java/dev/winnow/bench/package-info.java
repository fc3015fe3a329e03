/**
 * Measures the hot paths: JMH benchmarks, and programs for what JMH does not measure.
 *
 * <p>{@link dev.winnow.bench.TemplateMinerBenchmark} is the whole path of a record through the
 * engine beside what others do; {@code bench/README.md} has the commands, {@code bench/results} the
 * figures.
 */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
