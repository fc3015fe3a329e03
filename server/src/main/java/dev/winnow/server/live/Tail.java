package dev.winnow.server.live;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.RecordId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The records that wait for one reader, the oldest first. Thread-safe. */
final class Tail {
  /*
   * Records are shared by all tails, and bounded where they are made. So a tail holds references only,
   * and what was forgotten before its turn counts as missed, as does what has no place here.
   */

  /** The records that wait; beyond it the oldest gives way. */
  static final int MOST_WAITING = 10_000;

  /** How much a reader is given at once, but for a record that is larger; in characters. */
  private static final int MOST_CHARACTERS = 64 << 10;

  private final LiveFilter filter;
  private final RecordExtent extent;
  private final Deque<LiveRecord> waiting = new ArrayDeque<>();
  private RecordId start = CommitPage.endOf(0);
  private RecordId reached = start;
  private long missed;
  private RecordId missedUpTo = start;
  private @Nullable WinnowException end;

  Tail(LiveFilter filter, RecordExtent extent) {
    this.filter = filter;
    this.extent = extent;
  }

  /** Begins behind a place. */
  synchronized void startAt(RecordId place) {
    start = place;
    reached = place;
  }

  /** What it shows. */
  LiveFilter filter() {
    return filter;
  }

  /** How much of each record it shows. */
  RecordExtent extent() {
    return extent;
  }

  /** Adds a record, unless it comes before the start. */
  synchronized void offer(LiveRecord record) {
    if (record.id().compareTo(start) <= 0) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      miss(waiting.removeFirst());
    }
    waiting.add(record);
  }

  private void miss(LiveRecord record) {
    missed++;
    missedUpTo = record.id();
  }

  /** Notes that everything up to a place was offered, and wakes the reader for it. */
  synchronized void reach(RecordId place) {
    if (place.compareTo(reached) > 0) {
      reached = place;
    }
    if (!waiting.isEmpty()) {
      notifyAll();
    }
  }

  /** Lets the reader have nothing more, for a reason. */
  synchronized void end(WinnowException reason) {
    end = reason;
    notifyAll();
  }

  /**
   * Lets pass while the tail has not ended.
   *
   * @throws WinnowException once it has
   */
  synchronized void requireOpen() {
    if (end != null) {
      throw end;
    }
  }

  /**
   * What comes next.
   *
   * @param missed how many records are missing, which the first message tells
   * @param messages what the reader is told; nothing if there was nothing for so long
   */
  record Delivery(long missed, List<LiveMessage> messages) {}

  /**
   * Waits for what comes next, for so long at most.
   *
   * @throws WinnowException once the tail has ended
   */
  synchronized Delivery take(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos();
        waiting.isEmpty() && end == null && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    requireOpen();
    passForgotten();
    List<LiveMessage> messages = new ArrayList<>();
    long told = missed;
    if (told > 0) {
      messages.add(LiveMessage.ofDropped(told, missedUpTo));
      missed = 0;
    }
    addWaiting(messages);
    return new Delivery(told, messages);
  }

  private void passForgotten() {
    while (!waiting.isEmpty() && waiting.getFirst().message() == null) {
      miss(waiting.removeFirst());
    }
  }

  private void addWaiting(List<LiveMessage> messages) {
    int characters = 0;
    while (!waiting.isEmpty() && characters < MOST_CHARACTERS) {
      LiveMessage message = waiting.getFirst().message();
      if (message == null) {
        return;
      }
      waiting.removeFirst();
      messages.add(message);
      characters += message.json().length();
    }
  }

  /** The place up to which there is nothing for the reader any more, once it has taken all. */
  synchronized @Nullable RecordId place() {
    return waiting.isEmpty() ? reached : null;
  }
}
