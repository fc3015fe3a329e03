package dev.winnow.connectors;

import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** Writes each record as a line of JSON. */
public final class LinesExporter implements Exporter {
  /** Takes text, in whole lines. */
  public interface Sink extends AutoCloseable {
    void write(String lines);

    @Override
    default void close() {}
  }

  private final Sink sink;
  private volatile Tally tally = Tally.NONE;

  public LinesExporter(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void export(List<LogRecord> records) {
    StringBuilder lines = new StringBuilder();
    for (LogRecord record : records) {
      JsonLine.append(record, lines);
      lines.append('\n');
    }
    sink.write(lines.toString());
    tally = tally.send(records.size()).accept(records.size());
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    sink.close();
  }
}
