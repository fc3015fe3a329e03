package dev.winnow.generator.traffic;

import dev.winnow.generator.incident.Schedule;

/**
 * Which traffic there is.
 *
 * @param seed from which everything follows that is drawn
 * @param errorShare of all records, those that are WARN or worse, from 0 to 1; incidents come on
 *     top
 * @param cast which services are heard
 * @param schedule what goes wrong
 */
public record TrafficConfig(long seed, Pace pace, double errorShare, Cast cast, Schedule schedule) {
  public static final long DEFAULT_SEED = 1;
  public static final double DEFAULT_RATE = 50;
  public static final double DEFAULT_ERROR_SHARE = 0.05;
}
