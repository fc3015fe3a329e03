package dev.winnow.server.receiver;

import dev.winnow.formats.journal.JournalDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.listen.BodyStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The entries of one upload on their way to the store. */
final class JournalUpload {
  /*
   * Entries are stored while more come, in batches. A sender that was not answered sends all again, in
   * other pieces, so where a batch ends must not depend on those: it ends behind an entry whose cursor
   * says so, which about every five-hundredth does, and is known by its cursors. So batches that are
   * sent again are the same ones, and the store recognises them. Only where nothing comes for a while
   * a batch ends early, as it does at the end; the next but one is the same again. What lies between
   * two cursors depends on what is chosen of a journal, so all of them count, not the outer ones only.
   */

  private static final int MAX_RECORDS = 4_000;
  private static final int MAX_CHARACTERS = 256 << 10;
  private static final int MAX_VALUE_BYTES = 64 << 10;

  /** Spreads hashes, so that their first nine bits are zero about every five-hundredth time. */
  private static final int SPREAD = 0x9e3779b9;

  private static final Duration QUIET = Duration.ofSeconds(1);

  private final String tenantId;
  private final String sender;
  private final Feed feed;
  private final BodyStream body;
  private final JournalDecoder decoder = new JournalDecoder(MAX_VALUE_BYTES);
  private List<LogRecord> records = new ArrayList<>();
  private List<String> cursors = new ArrayList<>();
  private long characters;

  /** The upload of {@code sender}, whose rate it counts against. */
  JournalUpload(String tenantId, String sender, Feed feed, BodyStream body) {
    this.tenantId = tenantId;
    this.sender = sender;
    this.feed = feed;
    this.body = body;
  }

  /**
   * Stores all entries; they are durable on return.
   *
   * @throws WinnowException if what comes is no journal any more, its sender may send no more, or
   *     the sender or the server ends; entries before that are stored or will be sent again
   */
  void store() {
    while (!body.isOver()) {
      byte[] piece = body.next(QUIET);
      body.requireAdmission();
      decoder.add(piece);
      takeEntries();
      if (piece.length == 0) {
        storeBatch();
        requireTime();
      }
    }
  }

  /** What was complete before something that is none is stored. */
  private void takeEntries() {
    try {
      while (decoder.next() || (body.isOver() && decoder.end())) {
        take();
      }
    } catch (WinnowException malformed) {
      storeBatch();
      throw malformed;
    }
  }

  private void take() {
    String cursor = decoder.cursor();
    cursors.add(cursor);
    records.add(decoder.record());
    characters += decoder.size();
    if (endsBatch(cursor) || records.size() == MAX_RECORDS || characters > MAX_CHARACTERS) {
      storeBatch();
    }
  }

  /** Whether a batch ends behind an entry; the hash of a text is the same in every Java. */
  private static boolean endsBatch(String cursor) {
    return !cursor.isEmpty() && (cursor.hashCode() * SPREAD) >>> (Integer.SIZE - 9) == 0;
  }

  private void storeBatch() {
    if (records.isEmpty()) {
      return;
    }
    Submission batch =
        new Submission(tenantId, JournalRoute.NAME, identity(), records, 0, characters);
    records = new ArrayList<>();
    cursors = new ArrayList<>();
    characters = 0;
    if (!feed.storeOrLeave(sender, batch, body::isBrokenOff)) {
      throw ending();
    }
  }

  /** By which the batch is known when it comes again; empty if an entry of it may be any. */
  private String identity() {
    return cursors.contains("")
        ? ""
        : "journal %s %s %d %08x"
            .formatted(cursors.getFirst(), cursors.getLast(), cursors.size(), cursors.hashCode());
  }

  private void requireTime() {
    if (feed.pause(0)) {
      throw ending();
    }
  }

  private static WinnowException ending() {
    return new WinnowException(ErrorCode.SHUTTING_DOWN, "the server is about to end");
  }

  /** How many entries were cut. */
  long cut() {
    return decoder.cut();
  }
}
