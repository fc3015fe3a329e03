/**
 * What goes out. An {@link dev.winnow.connectors.Exporter} sends records; {@link
 * dev.winnow.connectors.Destination} makes the one that an address asks for. Over HTTP a {@link
 * dev.winnow.connectors.WireFormat} says what a request holds and what its answer means.
 *
 * <p>Exporters wait for the answer, so whoever sends too much is slowed down, and nothing piles up.
 */
@NullMarked
package dev.winnow.connectors;

import org.jspecify.annotations.NullMarked;
