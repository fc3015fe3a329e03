package dev.winnow.formats.loki;

import dev.winnow.formats.request.JsonObjects;
import dev.winnow.formats.request.RequestCount;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read of a push so far, stream after stream. */
final class PushDraft {
  /** Where a line goes of which only the message is the body (semantic conventions for logs). */
  static final String ORIGINAL = "log.record.original";

  /** A record of which nothing is known but what its labels say. */
  private static final LogRecord NOTHING = LogRecord.builder().build();

  private final RequestCount count;
  private final JsonObjects objects;
  private final LabelPlaces places = new LabelPlaces();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private List<LogRecord> records = new ArrayList<>();
  private LogRecord stream = NOTHING;
  private boolean isRejected;
  private long rejected;
  private String objection = "";

  PushDraft(int maxRecords, int maxValues) {
    count = new RequestCount(maxRecords, maxValues);
    objects = new JsonObjects(count);
  }

  /** Begins a push that was sent at {@code reference}. */
  void begin(Instant reference) {
    count.begin();
    objects.begin(reference);
    records = new ArrayList<>();
    rejected = 0;
    objection = "";
  }

  /** Begins a stream; its labels follow, then {@link #endLabels}. */
  void beginStream() {
    labels.clear();
    isRejected = false;
  }

  void label(String name, String value) {
    count.value();
    labels.put(name, value);
  }

  /** Adds labels that are written as one text. If it is none of them, the stream is rejected. */
  void labels(String text) {
    Map<String, String> read = new LinkedHashMap<>();
    try {
      LabelText.read(text, read);
    } catch (WinnowException malformed) {
      isRejected = true;
      objection = objection.isEmpty() ? String.valueOf(malformed.getMessage()) : objection;
    }
    read.forEach(this::label);
  }

  void endLabels() {
    stream = places.arrange(NOTHING, labels).build();
    metadata.clear();
  }

  /** Adds structured metadata to the next entry. */
  void metadata(String name, String value) {
    count.value();
    metadata.put(name, value);
  }

  /** Adds an entry of the stream, which ends its metadata. */
  void entry(long timestamp, String line) {
    count.records(1);
    if (isRejected) {
      rejected++;
    } else {
      records.add(record(line).timestamp(timestamp).build());
    }
    metadata.clear();
  }

  private LogRecord.Builder record(String line) {
    LogRecord said = line.startsWith("{") ? read(line) : NOTHING;
    LogRecord.Builder record = stream.toBuilder();
    if (!metadata.isEmpty() || !said.equals(NOTHING)) {
      // Each such entry has the labels of its stream anew.
      count.values(labels.size());
      Map<String, String> named = new LinkedHashMap<>(labels);
      named.putAll(metadata);
      record = places.arrange(said, named);
    }
    return said.body() instanceof AnyValue.StringValue ? record : record.body(line);
  }

  /** What an object says, its message being the body; if it has none, the line is. */
  private LogRecord read(String line) {
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    if (!objects.isObject(utf8, 0, utf8.length)) {
      return NOTHING;
    }
    LogRecord said = objects.read(utf8, 0, utf8.length);
    return said.body() instanceof AnyValue.StringValue
        ? said.toBuilder()
            .attributes(said.attributes().toBuilder().put(ORIGINAL, line).build())
            .build()
        : said;
  }

  LokiPush finish() {
    return new LokiPush(Collections.unmodifiableList(records), rejected, objection);
  }
}
