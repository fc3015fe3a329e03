package dev.winnow.cli.follow;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count has grown of late. */
final class Rate {
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private record Sample(long nanos, long count) {}

  private final Deque<Sample> samples = new ArrayDeque<>();
  private long lastGrowth;

  /** Notes the count at a time; times never decrease. */
  void note(long nanos, long count) {
    if (samples.isEmpty() || samples.getLast().count < count) {
      lastGrowth = nanos;
    }
    samples.addLast(new Sample(nanos, count));
    while (nanos - samples.getFirst().nanos > WINDOW_NANOS) {
      samples.removeFirst();
    }
  }

  /** The growth per second over the last ten seconds. */
  double perSecond() {
    if (samples.size() < 2) {
      return 0;
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    return (last.count - first.count) * 1e9 / Math.max(1, last.nanos - first.nanos);
  }

  /** For how many seconds it has not grown. */
  long quietSeconds() {
    return samples.isEmpty() ? 0 : (samples.getLast().nanos - lastGrowth) / 1_000_000_000L;
  }
}
