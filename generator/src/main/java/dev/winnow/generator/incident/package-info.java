/**
 * What goes wrong by script: a {@link dev.winnow.generator.incident.Schedule} of {@link
 * dev.winnow.generator.incident.Incident}s, and the {@link dev.winnow.generator.incident.Label}s
 * that tell afterwards what there was to be found.
 */
@NullMarked
package dev.winnow.generator.incident;

import org.jspecify.annotations.NullMarked;
