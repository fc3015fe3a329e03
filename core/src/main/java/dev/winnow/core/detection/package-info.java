/**
 * Says what changed: in one log over time, between two logs, and in one series as it grows.
 *
 * <p>All three rest on one model of counts, the negative binomial, because counts of log templates
 * are small, skewed and come in clumps; a mean with a standard deviation raises false alarms on
 * them by the dozen. Read {@link dev.winnow.core.detection.ChangeDetector} first, then {@code
 * SeriesScan}, which holds the method; {@link dev.winnow.core.detection.Comparison} is for two logs
 * and {@link dev.winnow.core.detection.CountBaseline} for a series that is watched.
 */
@NullMarked
package dev.winnow.core.detection;

import org.jspecify.annotations.NullMarked;
