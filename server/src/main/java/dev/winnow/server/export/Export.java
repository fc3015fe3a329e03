package dev.winnow.server.export;

import dev.winnow.server.records.Portions;
import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** An export that was begun. It must be written, as it has a place until then. */
public final class Export {
  /** The records of the first page, when their size is not known yet. */
  static final int FIRST = 100;

  /** Beyond it, larger pages save no time. */
  private static final int MOST = 2_000;

  private final Portions pages;
  private final ExportFormat format;
  private final Function<StoredRecord, String> json;
  private final Runnable end;
  private List<StoredRecord> page;

  /** Begins an export by reading its first page, so that a refusal comes before any record. */
  Export(Portions pages, ExportFormat format, Function<StoredRecord, String> json, Runnable end) {
    this.pages = pages;
    this.format = format;
    this.json = json;
    this.end = end;
    page = pages.next(MOST);
  }

  /**
   * Writes all records, as fast as they are taken. Once only.
   *
   * @throws IOException if they are not taken any more
   * @throws dev.winnow.kernel.WinnowException if the store fails; what was written is not all then
   */
  public void writeTo(OutputStream out) throws IOException {
    try {
      RecordsWriter writer = format.begin(json, out);
      while (!page.isEmpty()) {
        writer.write(page);
        out.flush();
        page = pages.next(MOST);
      }
      writer.end();
    } finally {
      end.run();
    }
  }
}
