package dev.winnow.bench.load;

import dev.winnow.bench.LatencyHistogram;
import java.util.ArrayList;
import java.util.List;

/** What became of requests. Not thread-safe; each worker has one, and they are added at the end. */
final class Outcome {
  private final List<Long> acknowledged = new ArrayList<>();
  private final List<Long> unanswered = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final LatencyHistogram latencies = new LatencyHistogram();
  private long retries;

  void acknowledge(long number, long latencyNanos) {
    acknowledged.add(number);
    latencies.record(latencyNanos);
  }

  /** The connection broke before the answer, so the server may or may not have the request. */
  void loseAnswer(long number) {
    unanswered.add(number);
  }

  void refuse(String reason) {
    refusals.add(reason);
  }

  void retry() {
    retries++;
  }

  void add(Outcome other) {
    acknowledged.addAll(other.acknowledged);
    unanswered.addAll(other.unanswered);
    refusals.addAll(other.refusals);
    latencies.add(other.latencies);
    retries += other.retries;
  }

  /** The numbers of the requests that the server says it has. */
  List<Long> acknowledged() {
    return acknowledged;
  }

  List<Long> unanswered() {
    return unanswered;
  }

  List<String> refusals() {
    return refusals;
  }

  LatencyHistogram latencies() {
    return latencies;
  }

  long retries() {
    return retries;
  }
}
