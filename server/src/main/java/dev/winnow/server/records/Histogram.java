package dev.winnow.server.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How records are spread over time.
 *
 * @param startTime the first moment that is counted
 * @param endTime the first that is not any more
 * @param intervalSeconds the length of a bucket
 * @param by what is told apart; null if nothing
 * @param total all records
 * @param groups what was told apart, with its records in all buckets; the rest is {@code others}
 */
public record Histogram(
    Instant startTime,
    Instant endTime,
    long intervalSeconds,
    @Nullable String by,
    long total,
    List<Group> groups,
    long others,
    List<Bucket> buckets) {
  /** Something that is told apart. */
  @Schema(name = "HistogramGroup")
  public record Group(String name, long count) {}

  /**
   * Records of one interval.
   *
   * @param time when it begins
   * @param count all of them
   * @param counts those of each group that has any
   */
  @Schema(name = "HistogramBucket")
  public record Bucket(Instant time, long count, Map<String, Long> counts) {}
}
