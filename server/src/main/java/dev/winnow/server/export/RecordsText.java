package dev.winnow.server.export;

import dev.winnow.storage.StoredRecord;
import java.util.List;

/** Makes a text of records. */
interface RecordsText {
  /** What comes before all records. */
  default String head() {
    return "";
  }

  /** Appends records that follow each other. */
  void append(List<StoredRecord> records, StringBuilder text);
}
