package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Statement;
import java.util.Comparator;

/**
 * That a statement is said; a record is made of it when its time has come.
 *
 * @param order among those of the same time
 * @param elapsedNanos since the operation began that says it
 * @param isLast whether the operation is over with it
 */
record Saying(
    long time, long order, Span span, Statement statement, long elapsedNanos, boolean isLast) {
  static final Comparator<Saying> BY_TIME =
      Comparator.comparingLong(Saying::time).thenComparingLong(Saying::order);
}
