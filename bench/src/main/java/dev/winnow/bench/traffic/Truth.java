package dev.winnow.bench.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The right answers about the requests of some traffic from one number up to another. */
public final class Truth {
  private final Traffic traffic;
  private final long from;
  private final long to;

  /** About the requests of the numbers {@code from} (inclusive) to {@code to} (exclusive). */
  public Truth(Traffic traffic, long from, long to) {
    this.traffic = traffic;
    this.from = from;
    this.to = to;
  }

  /** How many records there are of one kind. */
  public long count(Predicate<TrafficRecord> kind) {
    long count = 0;
    for (int i = 0; i < traffic.shape().pool(); i++) {
      count += uses(i) * traffic.pooled(i).records().stream().filter(kind).count();
    }
    return count;
  }

  /** How many records there are by a property. */
  public Map<String, Long> counts(Function<TrafficRecord, String> property) {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < traffic.shape().pool(); i++) {
      long uses = uses(i);
      if (uses > 0) {
        traffic
            .pooled(i)
            .records()
            .forEach(record -> counts.merge(property.apply(record), uses, Long::sum));
      }
    }
    return counts;
  }

  /** The id of a trace of a request. */
  public String traceId(long request, int trace) {
    return RecordIds.traceId(traffic.shape().seed(), request, trace);
  }

  /** How many records a trace of a request has. */
  public long traceSize(long request, int trace) {
    return traffic.pooled(request).records().stream().filter(r -> r.trace() == trace).count();
  }

  /** The {@code request.id} of the record at a place of a request. */
  public UUID requestId(long request, int place) {
    SplitMix random = new SplitMix();
    RecordIds.restart(random, traffic.shape().seed(), request, place);
    return RecordIds.requestId(random);
  }

  private long uses(int index) {
    return usesBefore(to, index) - usesBefore(from, index);
  }

  private long usesBefore(long number, int index) {
    int pool = traffic.shape().pool();
    return (number + pool - 1 - index) / pool;
  }
}
