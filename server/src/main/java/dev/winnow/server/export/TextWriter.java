package dev.winnow.server.export;

import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes records as a text. */
final class TextWriter implements RecordsWriter {
  /** What is made a text at a time. */
  private static final int RECORDS = 100;

  private final RecordsText text;
  private final OutputStream out;

  TextWriter(RecordsText text, OutputStream out) throws IOException {
    this.text = text;
    this.out = out;
    write(text.head());
  }

  private void write(String lines) throws IOException {
    out.write(lines.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(List<StoredRecord> records) throws IOException {
    for (int i = 0; i < records.size(); i += RECORDS) {
      StringBuilder lines = new StringBuilder();
      text.append(records.subList(i, Math.min(i + RECORDS, records.size())), lines);
      write(lines.toString());
    }
  }

  @Override
  public void end() {}
}
