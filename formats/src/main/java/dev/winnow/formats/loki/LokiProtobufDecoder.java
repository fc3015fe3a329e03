package dev.winnow.formats.loki;

import static dev.winnow.formats.protobuf.ProtobufReader.field;

import dev.winnow.formats.protobuf.ProtobufReader;
import dev.winnow.formats.request.TextCache;
import java.time.Instant;

/**
 * Reads Loki's {@code PushRequest} in protobuf, without its compression. Reused for push after
 * push, by one thread.
 */
public final class LokiProtobufDecoder {
  /*
   * Labels hold for the entries beside them, which may stand before them, so a stream is walked over
   * twice: first for its labels, jumping over the entries, then for those.
   */

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

  private final PushDraft draft;
  private final ProtobufReader reader = new ProtobufReader();
  private final TextCache texts = new TextCache();
  private byte[] in = {};

  /**
   * A decoder of pushes within limits.
   *
   * @param maxRecords entries of a push; one with more is refused
   * @param maxValues labels, metadata, and values in lines of JSON, together; likewise
   */
  public LokiProtobufDecoder(int maxRecords, int maxValues) {
    draft = new PushDraft(maxRecords, maxValues);
  }

  /**
   * The records of a push.
   *
   * @param reference when it was sent, which matters for times without a year
   * @throws dev.winnow.kernel.WinnowException if it is no push, with {@code MALFORMED_REQUEST}, or
   *     holds more than the limits, with {@code REQUEST_TOO_LARGE}
   */
  public LokiPush decode(byte[] body, Instant reference) {
    in = body;
    reader.reset(body, 0, body.length);
    draft.begin(reference);
    while (reader.at() < body.length) {
      int tag = reader.tag();
      if (field(tag) == 1) {
        stream(tag);
      } else {
        reader.skip(tag);
      }
    }
    return draft.finish();
  }

  private void stream(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    int start = reader.at();
    labels();
    reader.moveTo(start);
    while (reader.at() < end) {
      int inner = reader.tag();
      if (field(inner) == 2) {
        entry(inner);
      } else {
        reader.skip(inner);
      }
    }
    reader.leave(outer);
  }

  private void labels() {
    draft.beginStream();
    while (reader.at() < reader.end()) {
      int tag = reader.tag();
      if (field(tag) == 1) {
        draft.labels(text(tag));
      } else {
        reader.skip(tag);
      }
    }
    draft.endLabels();
  }

  private void entry(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    long timestamp = 0;
    String line = "";
    while (reader.at() < end) {
      int inner = reader.tag();
      switch (field(inner)) {
        case 1 -> timestamp = timestamp(inner);
        case 2 -> line = text(inner);
        case 3 -> metadata(inner);
        default -> reader.skip(inner);
      }
    }
    reader.leave(outer);
    draft.entry(timestamp, line);
  }

  /** A time in nanoseconds since 1970; 0 for one before that, and the greatest for one beyond. */
  private long timestamp(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    long seconds = 0;
    int nanos = 0;
    while (reader.at() < end) {
      int inner = reader.tag();
      switch (field(inner)) {
        case 1 -> seconds = reader.varint(inner);
        case 2 -> nanos = (int) reader.varint(inner);
        default -> reader.skip(inner);
      }
    }
    reader.leave(outer);
    if (seconds < 0 || seconds > MAX_SECONDS) {
      return seconds < 0 ? 0 : Long.MAX_VALUE;
    }
    return seconds * NANOS_PER_SECOND + Math.clamp(nanos, 0, NANOS_PER_SECOND - 1);
  }

  private void metadata(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    String name = "";
    String value = "";
    while (reader.at() < end) {
      int inner = reader.tag();
      switch (field(inner)) {
        case 1 -> name = text(inner);
        case 2 -> value = text(inner);
        default -> reader.skip(inner);
      }
    }
    reader.leave(outer);
    draft.metadata(name, value);
  }

  private String text(int tag) {
    int end = reader.bytesEnd(tag);
    String text = texts.text(in, reader.at(), end);
    reader.moveTo(end);
    return text;
  }
}
