package dev.winnow.pipeline;

import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one record of the lines of a stack trace that came as records. */
final class StackTraceJoin {
  private StackTraceJoin() {}

  /** What is left: records, and the lines that became parts of them. */
  record Joined(List<LogRecord> records, List<LogRecord> lines) {}

  /** What records follow each other in. */
  private record Stream(Resource resource, InstrumentationScope scope) {
    private static Stream of(LogRecord record) {
      return new Stream(record.resource(), record.scope());
    }

    private boolean has(LogRecord record) {
      return resource.equals(record.resource()) && scope.equals(record.scope());
    }
  }

  /** Joins the records of one request; those of different streams may alternate. */
  static Joined join(List<LogRecord> records) {
    List<LogRecord> kept = new ArrayList<>(records.size());
    List<LogRecord> lines = new ArrayList<>();
    Map<Stream, GrowingRecord> streams = new HashMap<>();
    Stream stream = null;
    GrowingRecord last = new GrowingRecord();
    for (LogRecord record : records) {
      if (stream == null || !stream.has(record)) {
        stream = Stream.of(record);
        last = streams.computeIfAbsent(stream, any -> new GrowingRecord());
      }
      if (last.continuesWith(record)) {
        last.append(record);
        lines.add(record);
      } else {
        last.finish(kept);
        last.begin(record, kept.size());
        kept.add(record);
      }
    }
    streams.values().forEach(each -> each.finish(kept));
    return new Joined(kept, lines);
  }
}
