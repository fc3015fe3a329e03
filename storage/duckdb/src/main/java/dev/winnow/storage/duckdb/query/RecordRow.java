package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the table {@code records}, read back as the record that it was. */
final class RecordRow {
  private final ResultSet row;
  private final RecordTable table;
  private long characters;

  private RecordRow(ResultSet row, RecordTable table) {
    this.row = row;
    this.table = table;
  }

  /** What {@link #read} takes in, in the order of all columns and then of those of attributes. */
  static String columns(RecordTable table) {
    return Stream.concat(
            Arrays.stream(RecordColumn.values())
                .map(column -> table.isPacked() ? packed(column, table) : column.sql()),
            table.columns().values().stream().map(PackedColumn::read))
        .collect(Collectors.joining(", "));
  }

  private static String packed(RecordColumn column, RecordTable table) {
    return switch (column) {
      case TRACE_ID_HIGH -> PackedSchema.TRACE_ID;
      case TRACE_ID_LOW, ATTRIBUTES -> "NULL";
      default -> table.expression(column);
    };
  }

  /** The record of a row with the {@link #columns} of a table from a part of a day. */
  static SizedRecord read(ResultSet row, RecordTable table, int epochDay, TemplateAliases aliases)
      throws SQLException {
    RecordRow read = new RecordRow(row, table);
    RecordId id =
        new RecordId(
            read.number(RecordColumn.BATCH_SEQUENCE), read.integer(RecordColumn.ORDINAL), epochDay);
    StoredRecord stored =
        new StoredRecord(id, read.text(RecordColumn.RECEIVER), read.kept(aliases));
    return new SizedRecord(stored, read.characters);
  }

  private KeptRecord kept(TemplateAliases aliases) throws SQLException {
    Reason reason = Reason.of(text(RecordColumn.SAMPLING_REASON)).orElse(Reason.NO_POLICY);
    return new KeptRecord(
        record(),
        aliases.current(number(RecordColumn.TEMPLATE_ID)),
        flag(RecordColumn.SEVERITY_INFERRED),
        new Sampling(number(RecordColumn.SAMPLING_THRESHOLD), reason),
        integer(RecordColumn.BYTES));
  }

  private LogRecord record() throws SQLException {
    return new LogRecord(
        number(RecordColumn.TIMESTAMP),
        number(RecordColumn.OBSERVED_TIMESTAMP),
        SeverityNumber.of(integer(RecordColumn.SEVERITY_NUMBER)),
        text(RecordColumn.SEVERITY_TEXT),
        body(),
        attributes(),
        new Resource(ValueJson.attributes(text(RecordColumn.RESOURCE))),
        scope(),
        text(RecordColumn.EVENT_NAME),
        traceId(),
        hex(RecordColumn.SPAN_ID),
        integer(RecordColumn.TRACE_FLAGS),
        integer(RecordColumn.DROPPED_ATTRIBUTES_COUNT));
  }

  private AnyValue body() throws SQLException {
    String body = text(RecordColumn.BODY);
    if (!flag(RecordColumn.BODY_IS_JSON)) {
      return AnyValue.of(body);
    }
    return body.isEmpty() ? AnyValue.empty() : ValueJson.value(body);
  }

  private Attributes attributes() throws SQLException {
    if (!table.isPacked()) {
      return ValueJson.attributes(text(RecordColumn.ATTRIBUTES));
    }
    Attributes.Builder attributes = Attributes.builder();
    int index = RecordColumn.values().length;
    for (PackedColumn column : table.columns().values()) {
      index++;
      AnyValue value = column.value(row, index);
      if (value != null) {
        attributes.put(column.key(), value);
        characters += column.key().length() + value.text().length();
      }
    }
    return attributes.build();
  }

  private String traceId() throws SQLException {
    return table.isPacked()
        ? text(RecordColumn.TRACE_ID_HIGH)
        : hex(RecordColumn.TRACE_ID_HIGH, RecordColumn.TRACE_ID_LOW);
  }

  private InstrumentationScope scope() throws SQLException {
    return new InstrumentationScope(
        text(RecordColumn.SCOPE_NAME),
        text(RecordColumn.SCOPE_VERSION),
        ValueJson.attributes(text(RecordColumn.SCOPE_ATTRIBUTES)));
  }

  /** The digits of an id; empty if all of its bits are 0. */
  private String hex(RecordColumn... columns) throws SQLException {
    StringBuilder digits = new StringBuilder();
    long bits = 0;
    for (RecordColumn column : columns) {
      bits |= number(column);
      digits.append(HexFormat.of().toHexDigits(number(column)));
    }
    return bits == 0 ? "" : digits.toString();
  }

  private String text(RecordColumn column) throws SQLException {
    String text = row.getString(index(column));
    characters += text.length();
    return text;
  }

  private long number(RecordColumn column) throws SQLException {
    return row.getLong(index(column));
  }

  private int integer(RecordColumn column) throws SQLException {
    return row.getInt(index(column));
  }

  private boolean flag(RecordColumn column) throws SQLException {
    return row.getBoolean(index(column));
  }

  @SuppressWarnings("EnumOrdinal") // The columns are selected in the order of the enum.
  private static int index(RecordColumn column) {
    return column.ordinal() + 1;
  }
}
