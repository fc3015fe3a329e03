package dev.winnow.formats.jsonlines;

import dev.winnow.formats.jsonlines.JsonLines.Malformed;
import dev.winnow.formats.request.JsonObjects;
import dev.winnow.formats.request.RequestCount;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonFault;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.swar.EightBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a body that is JSON lines, a list of objects, or one object over several lines. Reused for
 * body after body, by one thread.
 */
public final class JsonLinesDecoder {
  private final RequestCount count;
  private final JsonObjects objects;
  private byte[] in = {};
  private List<LogRecord> records = new ArrayList<>();
  private List<Malformed> examples = new ArrayList<>();
  private long malformed;
  private long position;

  /**
   * A decoder of bodies within limits.
   *
   * @param maxRecords objects in a body; one with more is refused
   * @param maxValues values in all of its objects together; likewise
   */
  public JsonLinesDecoder(int maxRecords, int maxValues) {
    count = new RequestCount(maxRecords, maxValues);
    objects = new JsonObjects(count);
  }

  /**
   * The records in {@code body}, which is used as working memory and means nothing afterwards.
   *
   * @param reference when the body was written at the latest, which matters for times without a
   *     year
   * @throws dev.winnow.kernel.WinnowException if it holds more than the limits, with {@code
   *     REQUEST_TOO_LARGE}
   */
  public JsonLines decode(byte[] body, Instant reference) {
    in = body;
    objects.begin(reference);
    count.begin();
    records = new ArrayList<>();
    examples = new ArrayList<>();
    malformed = 0;
    position = 0;
    int start = skipBlanks(0, body.length);
    if (start < body.length && body[start] == '[') {
      readList(start);
    } else if (start < body.length && !readWhole(start)) {
      readLines(start);
    }
    return new JsonLines(
        Collections.unmodifiableList(records), malformed, Collections.unmodifiableList(examples));
  }

  /** Reads one object over several lines; false if there is more than that, or something else. */
  private boolean readWhole(int start) {
    int lineEnd = lineEnd(start);
    boolean isLine = objects.isObject(in, start, lineEnd);
    count.begin();
    if (isLine || !objects.isCutOff()) {
      return false;
    }
    boolean isWhole = objects.isObject(in, start, in.length);
    if (isWhole) {
      position++;
      add(start, in.length);
    } else {
      count.begin();
    }
    return isWhole;
  }

  private void readLines(int start) {
    position = linesBefore(start);
    for (int at = start; at < in.length; at++) {
      int end = lineEnd(at);
      position++;
      if (skipBlanks(at, end) < end) {
        readObject(at, end);
      }
      at = end;
    }
  }

  private long linesBefore(int start) {
    long breaks = 0;
    for (int i = 0; i < start; i++) {
      breaks += in[i] == '\n' ? 1 : 0;
    }
    return breaks;
  }

  private int lineEnd(int from) {
    int end = EightBytes.indexOf(in, from, in.length, (byte) '\n');
    return end < 0 ? in.length : end;
  }

  private int skipBlanks(int from, int to) {
    int at = from;
    while (at < to && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Reads the elements of a list up to where it is broken. */
  private void readList(int start) {
    // An element that nests too deep is refused by itself; the list goes on behind it.
    JsonScanner list = new JsonScanner(Integer.MAX_VALUE).reset(in, start, in.length);
    list.next();
    JsonEvent element = list.next();
    while (element != JsonEvent.ARRAY_END && element != JsonEvent.INVALID) {
      int from = list.valueFrom();
      position++;
      list.skipContainer();
      if (list.fault() == null && element == JsonEvent.OBJECT_START) {
        readObject(from, list.valueTo());
      } else if (list.fault() == null) {
        refuse("is no JSON object");
      }
      element = list.next();
    }
    JsonFault fault = list.next() == JsonEvent.END ? null : list.fault();
    if (fault != null) {
      position++;
      refuse(fault.description());
    }
  }

  private void readObject(int from, int to) {
    if (objects.isObject(in, from, to)) {
      add(from, to);
    } else {
      refuse(objects.objection());
    }
  }

  private void add(int from, int to) {
    count.records(1);
    records.add(objects.read(in, from, to));
  }

  private void refuse(String reason) {
    malformed++;
    if (examples.size() < JsonLines.MAX_EXAMPLES) {
      examples.add(new Malformed(position, reason));
    }
  }
}
