package dev.winnow.server.export;

import dev.winnow.formats.otlp.OtlpJsonEncoder;
import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** A form in which records are exported. */
public enum ExportFormat {
  /** A JSON object on each line, as answers have it. */
  JSONL("application/x-ndjson", "jsonl"),
  /** A table with a line for each record, after RFC 4180. */
  CSV("text/csv;charset=UTF-8", "csv"),
  /** A request of OTLP in JSON on each line, as files of OpenTelemetry have it. */
  OTLP("application/x-ndjson", "otlp.jsonl"),
  /** A table in Apache Parquet, with a row for each record. */
  PARQUET("application/vnd.apache.parquet", "parquet");

  private final String mediaType;
  private final String extension;

  ExportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of a file ends with, behind a dot. */
  public String extension() {
    return extension;
  }

  /** Whether packing makes it smaller. */
  public boolean isPackable() {
    return this != PARQUET;
  }

  /**
   * Begins to write in this form.
   *
   * @param json writes a record as answers have it
   */
  RecordsWriter begin(Function<StoredRecord, String> json, OutputStream out) throws IOException {
    return switch (this) {
      case JSONL ->
          new TextWriter(
              (records, text) ->
                  records.forEach(record -> text.append(json.apply(record)).append('\n')),
              out);
      case CSV -> new TextWriter(new CsvText(), out);
      case OTLP ->
          new TextWriter(
              (records, text) -> {
                OtlpJsonEncoder.append(
                    records.stream().map(record -> record.kept().record()).toList(), text);
                text.append('\n');
              },
              out);
      case PARQUET -> new TableWriter(out);
    };
  }
}
