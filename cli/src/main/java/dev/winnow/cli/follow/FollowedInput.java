package dev.winnow.cli.follow;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Layouts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The records of one input while it is written, for one thread. */
final class FollowedInput implements Closeable {
  /** Without a byte for so long, what was read of a record is taken for all of it. */
  private static final Duration SILENCE = Duration.ofMillis(200);

  /**
   * A time without a date is of the day on which it is nearest to the present, as an input may
   * begin with records of yesterday and go on until tomorrow.
   */
  private static final Duration HALF_DAY = Duration.ofHours(12);

  private final Input input;
  private final RecordReader records;
  private final CountDownLatch end;

  /** The line up to which all was there before the following began. */
  private volatile long historyLines;

  private FollowedInput(Path path, boolean hasHistory, Layouts layouts, CountDownLatch end) {
    this.end = end;
    historyLines = hasHistory ? Long.MAX_VALUE : 0;
    input = Input.follow(path, Instant.now().plus(HALF_DAY), this::pause);
    records = new RecordReader(input, layouts);
  }

  private FollowedInput(
      String name, ReadableByteChannel channel, Layouts layouts, CountDownLatch end) {
    this.end = end;
    historyLines = 0;
    input = Input.follow(name, channel, Instant.now().plus(HALF_DAY), SILENCE);
    records = new RecordReader(input, layouts);
  }

  /**
   * Follows a file, until the latch opens or the reading thread is interrupted.
   *
   * @param hasHistory whether what is in it at first was there before
   */
  static FollowedInput file(Path path, boolean hasHistory, Layouts layouts, CountDownLatch end) {
    return new FollowedInput(path, hasHistory, layouts, end);
  }

  /** Follows a stream, in which everything is new. */
  static FollowedInput stream(
      String name, ReadableByteChannel channel, Layouts layouts, CountDownLatch end) {
    return new FollowedInput(name, channel, layouts, end);
  }

  private void pause() throws InterruptedException {
    if (!isCaughtUp()) {
      historyLines = records.ledger().linesRead();
    }
    if (end.await(SILENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      Thread.currentThread().interrupt();
    }
  }

  Input input() {
    return input;
  }

  RecordReader records() {
    return records;
  }

  /** Moves to the next record, however long that takes; false at the end. */
  boolean next() throws IOException {
    boolean found = records.next();
    while (!found && !input.isEnded()) {
      found = records.next();
    }
    return found;
  }

  /** Whether the present record came after the following began. */
  boolean isNew() {
    return records.line() > historyLines;
  }

  /** Whether all was read that was there when the following began. */
  boolean isCaughtUp() {
    return historyLines < Long.MAX_VALUE;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
