package dev.winnow.connectors;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** Sends records somewhere. Used by one thread, but for {@link #tally} and {@link #giveUp}. */
public interface Exporter extends AutoCloseable {
  /**
   * Sends records, and returns when they have arrived or are given up, which {@link #tally} tells.
   *
   * @throws dev.winnow.kernel.WinnowException if nothing more can be sent
   */
  void export(List<LogRecord> records);

  /** What became of all records so far. */
  Tally tally();

  /** Lets an export that waits to try again wait no more, and all after it. */
  default void giveUp() {}

  @Override
  void close();
}
