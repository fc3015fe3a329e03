package dev.winnow.server.export;

import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.util.List;

/** Writes the records of one export to its reader. */
interface RecordsWriter {
  /** Writes records that follow each other. */
  void write(List<StoredRecord> records) throws IOException;

  /** Writes what comes behind the last one. */
  void end() throws IOException;
}
