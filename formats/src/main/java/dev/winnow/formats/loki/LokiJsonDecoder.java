package dev.winnow.formats.loki;

import dev.winnow.formats.request.JsonMessage;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonScanner;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Loki's push in JSON, also the form that its first versions had, with {@code labels} and
 * {@code entries}. Reused for push after push, by one thread.
 */
public final class LokiJsonDecoder {
  /** Entries that were passed over until the labels are known that hold for them. */
  private record Passed(boolean areObjects, int from, int to) {}

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final PushDraft draft;
  private final JsonMessage json = new JsonMessage();

  /**
   * A decoder of pushes within limits.
   *
   * @param maxRecords entries of a push; one with more is refused
   * @param maxValues labels, metadata, and values in lines of JSON, together; likewise
   */
  public LokiJsonDecoder(int maxRecords, int maxValues) {
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
    draft.begin(reference);
    json.reset(body, 0, body.length);
    if (json.isObject()) {
      while (json.nextMember()) {
        if (json.name().equals("streams")) {
          streams();
        } else {
          json.skip();
        }
      }
    }
    json.end();
    return draft.finish();
  }

  private void streams() {
    if (json.isList()) {
      while (json.nextElement()) {
        stream();
      }
    }
  }

  private void stream() {
    List<Passed> passed = new ArrayList<>();
    draft.beginStream();
    if (json.isObject()) {
      while (json.nextMember()) {
        switch (json.name()) {
          case "stream" -> named(true);
          case "labels" -> draft.labels(json.text());
          case "values" -> passed.add(pass(false));
          case "entries" -> passed.add(pass(true));
          default -> json.skip();
        }
      }
    }
    draft.endLabels();
    for (Passed entries : passed) {
      JsonScanner outer = json.visit(entries.from(), entries.to());
      entries(entries.areObjects());
      json.goBack(outer);
    }
  }

  private void named(boolean areLabels) {
    if (json.isObject()) {
      while (json.nextMember()) {
        String name = json.name();
        if (areLabels) {
          draft.label(name, json.text());
        } else {
          draft.metadata(name, json.text());
        }
      }
    }
  }

  private Passed pass(boolean areObjects) {
    int from = json.valueFrom();
    json.skip();
    return new Passed(areObjects, from, json.valueTo());
  }

  private void entries(boolean areObjects) {
    if (json.isList()) {
      while (json.nextElement()) {
        if (areObjects) {
          object();
        } else {
          entry();
        }
      }
    }
  }

  /** Reads {@code ["1795255200000000000", "a line", {"trace_id": "..."}]}. */
  private void entry() {
    if (!json.isList() || !json.nextElement()) {
      throw incomplete();
    }
    long timestamp = nanos(json.text());
    if (!json.nextElement()) {
      throw incomplete();
    }
    String line = json.text();
    boolean hasMetadata = json.nextElement();
    if (hasMetadata) {
      named(false);
    }
    while (hasMetadata && json.nextElement()) {
      json.skip();
    }
    draft.entry(timestamp, line);
  }

  /** Reads {@code {"ts": "2026-11-21T10:00:00Z", "line": "a line"}}. */
  private void object() {
    long timestamp = 0;
    String line = "";
    if (json.isObject()) {
      while (json.nextMember()) {
        switch (json.name()) {
          case "ts" -> timestamp = time(json.text());
          case "line" -> line = json.text();
          default -> json.skip();
        }
      }
    }
    draft.entry(timestamp, line);
  }

  private long nanos(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException noNumber) {
      throw noTime();
    }
  }

  private long time(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      long seconds = Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND);
      return Math.max(0, Math.addExact(seconds, instant.getNano()));
    } catch (DateTimeException | ArithmeticException noTime) {
      throw noTime();
    }
  }

  private WinnowException noTime() {
    return json.malformed("has no time in nanoseconds where one belongs", json.valueFrom());
  }

  private WinnowException incomplete() {
    return json.malformed("has an entry without time or line", json.valueFrom());
  }
}
