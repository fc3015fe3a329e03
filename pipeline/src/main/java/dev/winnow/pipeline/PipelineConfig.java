package dev.winnow.pipeline;

import dev.winnow.core.miner.MinerSettings;
import java.time.Duration;

/**
 * The bounds of a pipeline.
 *
 * @param maxRecordsInFlight records that were received and are not durable yet; beyond, senders
 *     wait
 * @param maxBytesInFlight the memory that they take; beyond, senders wait
 * @param maxAdmissionWait how long a sender waits for room before it is refused
 * @param maxThreads how many requests are worked on at the same time; a processor each is best
 * @param maxTenants tenants whose templates are in memory; beyond, those of the one that was quiet
 *     longest are saved and read again when they are needed
 * @param miner the bounds of the templates of each tenant
 */
public record PipelineConfig(
    int maxRecordsInFlight,
    long maxBytesInFlight,
    Duration maxAdmissionWait,
    int maxThreads,
    int maxTenants,
    MinerSettings miner) {
  public PipelineConfig {
    if (maxRecordsInFlight < 1 || maxBytesInFlight < 1 || maxThreads < 1 || maxTenants < 1) {
      throw new IllegalArgumentException("a pipeline needs room for one record, thread and tenant");
    }
    if (maxAdmissionWait.isNegative()) {
      throw new IllegalArgumentException("an admission wait of " + maxAdmissionWait);
    }
  }

  /**
   * A million records or an eighth of the memory in flight, a wait of a second, 64 tenants.
   *
   * @param memory what the process may use; decoded records take several times their bytes, and as
   *     many as are in flight may wait
   */
  public static PipelineConfig of(int threads, long memory) {
    return new PipelineConfig(
        1_000_000, memory / 8, Duration.ofSeconds(1), threads, 64, MinerSettings.DEFAULT);
  }
}
