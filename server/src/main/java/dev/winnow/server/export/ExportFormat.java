package dev.winnow.server.export;

import dev.winnow.formats.otlp.OtlpJsonEncoder;
import dev.winnow.storage.StoredRecord;
import java.util.function.Function;

/** A form in which records are exported. */
public enum ExportFormat {
  /** A JSON object on each line, as answers have it. */
  JSONL("application/x-ndjson", "jsonl"),
  /** A table with a line for each record, after RFC 4180. */
  CSV("text/csv;charset=UTF-8", "csv"),
  /** A request of OTLP in JSON on each line, as files of OpenTelemetry have it. */
  OTLP("application/x-ndjson", "otlp.jsonl");

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

  /**
   * Makes the text of this form.
   *
   * @param json writes a record as answers have it
   */
  public RecordsText text(Function<StoredRecord, String> json) {
    return switch (this) {
      case JSONL ->
          (records, text) ->
              records.forEach(record -> text.append(json.apply(record)).append('\n'));
      case CSV -> new CsvText();
      case OTLP ->
          (records, text) -> {
            OtlpJsonEncoder.append(
                records.stream().map(record -> record.kept().record()).toList(), text);
            text.append('\n');
          };
    };
  }
}
