package dev.winnow.storage.duckdb.table;

import java.util.List;
import java.util.Locale;

/** The columns of the table {@code records}, in their order. */
public enum RecordColumn {
  TENANT_ID(ColumnType.TEXT),
  /** With the ordinal and the day of the partition, the {@link dev.winnow.storage.RecordId}. */
  BATCH_SEQUENCE(ColumnType.LONG),
  ORDINAL(ColumnType.INT),
  TIMESTAMP(ColumnType.LONG),
  OBSERVED_TIMESTAMP(ColumnType.LONG),
  SEVERITY_NUMBER(ColumnType.INT),
  SEVERITY_TEXT(ColumnType.TEXT),
  SEVERITY_INFERRED(ColumnType.BOOLEAN),
  /** The text of the resource's {@code service.name}. */
  SERVICE_NAME(ColumnType.TEXT),
  TEMPLATE_ID(ColumnType.LONG),
  /** A text as it is; any other value as JSON, the empty one as the empty text. */
  BODY(ColumnType.TEXT),
  BODY_IS_JSON(ColumnType.BOOLEAN),
  /** The first 16 digits of the trace id. */
  TRACE_ID_HIGH(ColumnType.LONG),
  TRACE_ID_LOW(ColumnType.LONG),
  SPAN_ID(ColumnType.LONG),
  TRACE_FLAGS(ColumnType.INT),
  EVENT_NAME(ColumnType.TEXT),
  SCOPE_NAME(ColumnType.TEXT),
  SCOPE_VERSION(ColumnType.TEXT),
  /** JSON, as are the resource and the attributes; without any, the empty text. */
  SCOPE_ATTRIBUTES(ColumnType.TEXT),
  RESOURCE(ColumnType.TEXT),
  ATTRIBUTES(ColumnType.TEXT),
  DROPPED_ATTRIBUTES_COUNT(ColumnType.INT),
  RECEIVER(ColumnType.TEXT),
  SAMPLING_THRESHOLD(ColumnType.LONG),
  /** The label of the {@link dev.winnow.kernel.ledger.Reason}. */
  SAMPLING_REASON(ColumnType.TEXT),
  BYTES(ColumnType.INT);

  private static final List<RecordColumn> COLUMNS = List.of(values());

  private final ColumnType type;

  RecordColumn(ColumnType type) {
    this.type = type;
  }

  /** Its place among the columns, from 0 on. */
  public int position() {
    return COLUMNS.indexOf(this);
  }

  public ColumnType type() {
    return type;
  }

  /** The name in the table. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }
}
