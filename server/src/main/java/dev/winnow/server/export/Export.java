package dev.winnow.server.export;

import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An export that was begun. It must be written, as it has a place until then. */
public final class Export {
  /** What is made a text at a time. */
  private static final int RECORDS = 100;

  private final RecordPages pages;
  private final RecordsText text;
  private final Runnable end;
  private List<StoredRecord> page;

  /** Begins an export by reading its first page, so that a refusal comes before any record. */
  Export(RecordPages pages, RecordsText text, Runnable end) {
    this.pages = pages;
    this.text = text;
    this.end = end;
    page = pages.next();
  }

  /**
   * Writes all records, as fast as they are taken. Once only.
   *
   * @throws IOException if they are not taken any more
   * @throws dev.winnow.kernel.WinnowException if the store fails; what was written is not all then
   */
  public void writeTo(OutputStream out) throws IOException {
    try {
      out.write(text.head().getBytes(StandardCharsets.UTF_8));
      while (!page.isEmpty()) {
        writePage(out);
        page = pages.next();
      }
    } finally {
      end.run();
    }
  }

  private void writePage(OutputStream out) throws IOException {
    for (int i = 0; i < page.size(); i += RECORDS) {
      StringBuilder lines = new StringBuilder();
      text.append(page.subList(i, Math.min(i + RECORDS, page.size())), lines);
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }
}
