package dev.winnow.connectors;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** A protocol over HTTP: how a request holds records, and what is said about them. */
interface WireFormat {
  /** Where a receiver usually listens for it. */
  String path();

  String contentType();

  byte[] encode(List<LogRecord> records);

  /** What the answer to a request that was taken says about some of its records. */
  Answer read(byte[] body);

  /**
   * An answer.
   *
   * @param refused how many records were left out
   * @param reason why; empty if none were
   */
  record Answer(long refused, String reason) {
    static final Answer ALL_TAKEN = new Answer(0, "");
  }
}
