/**
 * Believable traffic: records of a dozen services that call each other, with incidents by script.
 *
 * <p>{@link dev.winnow.generator.shop} is what the services say, read from files; {@link
 * dev.winnow.generator.incident} is what goes wrong and when; {@link dev.winnow.generator.traffic}
 * lets requests pass through the services. All that follows from a seed and the times that callers
 * name. A {@link dev.winnow.generator.Player} plays it as time passes. Nothing here knows where
 * records go.
 */
@NullMarked
package dev.winnow.generator;

import org.jspecify.annotations.NullMarked;
