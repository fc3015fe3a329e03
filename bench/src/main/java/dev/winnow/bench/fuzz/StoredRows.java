package dev.winnow.bench.fuzz;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.block.RecordEncoder;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.RecordColumn;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.List;

/** Decodes a request, writes its records as the store's log holds them, and reads them back. */
final class StoredRows implements Subject.Reader {
  private final OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);

  @Override
  public void read(byte[] input) {
    List<LogRecord> records = decoder.decode(input, 0, input.length).records();
    BinaryWriter out = new BinaryWriter(input.length);
    List<KeptRecord> kept =
        records.stream()
            .map(record -> new KeptRecord(record, 1, false, Sampling.NO_POLICY, 1))
            .toList();
    RecordEncoder.write("tenant", "otlp_http", kept, out);
    RowBlock rows = RecordEncoder.read(new BinaryReader(out.toByteArray()), 1);
    Subjects.requireSame(records.size(), rows.rows());
    for (int row = 0; row < records.size(); row++) {
      compare(records.get(row), rows, row);
    }
  }

  private static void compare(LogRecord record, RowBlock rows, int row) {
    String body = text(rows, row, RecordColumn.BODY);
    boolean isJson = rows.numbers(RecordColumn.BODY_IS_JSON.position()).at(row) != 0;
    AnyValue read = isJson ? ValueJson.value(body) : AnyValue.of(body);
    Subjects.requireSame(record.body(), read);
    Subjects.requireSame(
        record.attributes(), ValueJson.attributes(text(rows, row, RecordColumn.ATTRIBUTES)));
    Subjects.requireSame(
        record.resource().attributes(),
        ValueJson.attributes(text(rows, row, RecordColumn.RESOURCE)));
    Subjects.requireSame(record.eventName(), text(rows, row, RecordColumn.EVENT_NAME));
    Subjects.requireSame(record.severityText(), text(rows, row, RecordColumn.SEVERITY_TEXT));
  }

  private static String text(RowBlock rows, int row, RecordColumn column) {
    return rows.texts(column.position()).at(row);
  }
}
