package dev.winnow.storage.duckdb.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of a part, as the package describes them. */
public final class PartSchema {
  public static final String RECORDS = "records";
  public static final String ROLLUPS = "rollups";
  public static final String APPLIED = "applied";

  public static final List<ColumnType> RECORD_TYPES =
      Arrays.stream(RecordColumn.values()).map(RecordColumn::type).toList();

  public static final List<ColumnType> ROLLUP_TYPES =
      List.of(
          ColumnType.TEXT,
          ColumnType.LONG,
          ColumnType.TEXT,
          ColumnType.INT,
          ColumnType.LONG,
          ColumnType.LONG,
          ColumnType.LONG);

  /** The place of the minute among the columns of {@code rollups}. */
  public static final int ROLLUP_MINUTE = 4;

  /** The time of a record, as an expression. */
  public static final String TIME = "if(timestamp = 0, observed_timestamp, timestamp)";

  /** The minute that a record is counted in, as an expression. */
  public static final String MINUTE = TIME + " // 60000000000";

  /** The bytes of all texts of a record, as an expression. */
  public static final String TEXT_BYTES =
      Arrays.stream(RecordColumn.values())
          .filter(column -> column.type() == ColumnType.TEXT)
          .map(column -> "strlen(" + column.sql() + ")")
          .collect(Collectors.joining(" + "));

  public static final List<ColumnType> APPLIED_TYPES = List.of(ColumnType.LONG, ColumnType.INT);

  private PartSchema() {}

  /**
   * The statements that make the tables of the attached database {@code alias}, to which rows are
   * added. Its attributes are written as they are: to compress them takes a tenth of the processor
   * time of taking records in, and is done again when the part is rewritten.
   */
  public static List<String> statements(String alias) {
    return statements(
        alias,
        RECORDS,
        column -> column == RecordColumn.ATTRIBUTES ? " USING COMPRESSION uncompressed" : "");
  }

  /** The same for rows that stay where they are, with another name for the table of records. */
  public static List<String> statements(String alias, String records) {
    return statements(alias, records, column -> "");
  }

  private static List<String> statements(
      String alias, String records, Function<RecordColumn, String> compression) {
    String columns =
        Arrays.stream(RecordColumn.values())
            .map(column -> column.sql() + " " + column.type().sql() + compression.apply(column))
            .collect(Collectors.joining(", "));
    return List.of(
        table(alias, records, columns),
        table(
            alias,
            ROLLUPS,
            "tenant_id VARCHAR, template_id BIGINT, service_name VARCHAR, severity_number INTEGER,"
                + " minute BIGINT, records BIGINT, bytes BIGINT"),
        table(alias, APPLIED, "batch_sequence BIGINT, rows INTEGER"));
  }

  private static String table(String alias, String name, String columns) {
    return "CREATE TABLE IF NOT EXISTS " + alias + "." + name + " (" + columns + ")";
  }
}
