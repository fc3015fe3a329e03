package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Statement;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is said and not yet given out, in order of time. */
final class Sayings {
  private final Queue<Saying> pending = new PriorityQueue<>(Saying.BY_TIME);
  private long added;

  void add(long time, Span span, Statement statement, boolean isLast) {
    pending.add(new Saying(time, added++, span, statement, time - span.start(), isLast));
  }

  /** How many were ever added. */
  long added() {
    return added;
  }

  int size() {
    return pending.size();
  }

  /** The time of the first; the end of all times if there is none. */
  long firstTime() {
    Saying first = pending.peek();
    return first == null ? Long.MAX_VALUE : first.time();
  }

  @Nullable Saying poll() {
    return pending.poll();
  }
}
