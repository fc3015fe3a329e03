package dev.winnow.server.export;

import static dev.winnow.formats.parquet.ColumnKind.INTEGER;
import static dev.winnow.formats.parquet.ColumnKind.JSON;
import static dev.winnow.formats.parquet.ColumnKind.TEXT;
import static dev.winnow.formats.parquet.ColumnKind.TIMESTAMP;

import dev.winnow.formats.parquet.Column;
import dev.winnow.formats.parquet.ParquetWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;

/** Writes records as a table in Parquet, with the columns of {@link CsvText}, but typed. */
final class TableWriter implements RecordsWriter {
  private static final List<Column> COLUMNS =
      List.of(
          Column.required("id", TEXT),
          Column.required("timestamp", TIMESTAMP),
          Column.required("observed_timestamp", TIMESTAMP),
          Column.optional("level", TEXT),
          Column.required("severity_number", INTEGER),
          Column.optional("severity_text", TEXT),
          Column.optional("service", TEXT),
          Column.required("body", TEXT),
          Column.optional("event_name", TEXT),
          Column.optional("trace_id", TEXT),
          Column.optional("span_id", TEXT),
          Column.required("template_id", TEXT),
          Column.required("receiver", TEXT),
          Column.optional("scope", TEXT),
          Column.required("attributes", JSON),
          Column.required("resource", JSON));

  private final ParquetWriter table;

  TableWriter(OutputStream out) throws IOException {
    table = new ParquetWriter(COLUMNS, out);
  }

  @Override
  public void write(List<StoredRecord> records) throws IOException {
    for (StoredRecord record : records) {
      add(record);
    }
  }

  private void add(StoredRecord stored) throws IOException {
    LogRecord record = stored.kept().record();
    SeverityNumber severity = record.severityNumber();
    table
        .add(stored.id().toString())
        .add(record.time())
        .add(record.observedTimestamp())
        .add(severity == SeverityNumber.UNSPECIFIED ? "" : severity.range().name())
        .add(severity.number())
        .add(record.severityText())
        .add(record.serviceName())
        .add(record.body().text())
        .add(record.eventName())
        .add(record.traceId())
        .add(record.spanId())
        .add(HexFormat.of().toHexDigits(stored.kept().templateId()))
        .add(stored.receiver())
        .add(record.scope().name())
        .add(json(record.attributes()))
        .add(json(record.resource().attributes()))
        .endRow();
  }

  private static String json(Attributes attributes) {
    return AnyValue.of(attributes).text();
  }

  @Override
  public void end() throws IOException {
    table.end();
  }
}
