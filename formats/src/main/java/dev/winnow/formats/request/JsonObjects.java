package dev.winnow.formats.request;

import dev.winnow.formats.layout.Layouts;
import dev.winnow.formats.layout.LineInterpreter;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.RecordInterpreter;
import dev.winnow.formats.layout.RecordPlaces;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonFault;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.LogRecord;
import java.time.Instant;

/**
 * Reads JSON objects as records: a member has the meaning and place that the table of known names
 * has for it, the same one that reads JSON in files. Not thread-safe.
 */
public final class JsonObjects {
  private final RequestCount count;
  private final LineInterpreter lines;
  private final RecordInterpreter interpreter;
  private final RecordPlaces places;
  private final LineReading reading = new LineReading();
  private final JsonScanner json = new JsonScanner();

  /** A reader that counts the values in what it reads. */
  public JsonObjects(RequestCount count) {
    this.count = count;
    Layouts layouts = Layouts.known();
    lines = new LineInterpreter(layouts, Instant.EPOCH);
    interpreter = new RecordInterpreter(layouts);
    places = new RecordPlaces(layouts);
  }

  /**
   * Begins the objects of another request.
   *
   * @param reference when they were written at the latest, which matters for times without a year
   */
  public void begin(Instant reference) {
    lines.begin(reference);
  }

  /** Whether {@code in[from, to)} is one object; counts the values in it. */
  public boolean isObject(byte[] in, int from, int to) {
    JsonEvent first = json.reset(in, from, to).next();
    JsonEvent event = first;
    while (event != JsonEvent.END && event != JsonEvent.INVALID) {
      event = json.next();
      count.value();
    }
    return first == JsonEvent.OBJECT_START && event == JsonEvent.END;
  }

  /** Whether what was asked about last may go on behind its end. */
  public boolean isCutOff() {
    return json.fault() == JsonFault.UNEXPECTED_END;
  }

  /** Why what was asked about last is no object: the predicate of a sentence about it. */
  public String objection() {
    JsonFault fault = json.fault();
    return fault == null ? "is no JSON object" : fault.description();
  }

  /** The record that the object in {@code in[from, to)} is; the bytes mean nothing afterwards. */
  public LogRecord read(byte[] in, int from, int to) {
    int start = from;
    while (in[start] != '{') {
      start++;
    }
    int end = lines.read(in, start, to, reading);
    return places.arrange(interpreter.read(in, start, end, reading, reading.severity()));
  }
}
