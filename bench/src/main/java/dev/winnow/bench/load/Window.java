package dev.winnow.bench.load;

import dev.winnow.bench.traffic.Traffic;
import dev.winnow.bench.traffic.Truth;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests that follow each other, and the time in which their records happened and no others.
 *
 * @param plan by which they were sent
 */
record Window(Traffic traffic, Plan plan, long from, long to) {
  Truth truth() {
    return new Truth(traffic, from, to);
  }

  /** The parameters that select them, and more. */
  Map<String, String> with(String... namesAndValues) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("start_time", time(from));
    parameters.put("end_time", time(to));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }

  private String time(long number) {
    long nanos = plan.times(number, traffic.shape().recordsPerRequest()).startNanos();
    return Instant.ofEpochSecond(0, nanos).toString();
  }
}
