/**
 * {@code winnow generate}: believable traffic, printed or sent. {@link
 * dev.winnow.cli.generate.TrafficOptions} says which traffic, {@link
 * dev.winnow.cli.generate.DestinationOptions} where it goes.
 */
@NullMarked
package dev.winnow.cli.generate;

import org.jspecify.annotations.NullMarked;
