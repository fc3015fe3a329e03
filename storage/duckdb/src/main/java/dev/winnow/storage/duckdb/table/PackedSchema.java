package dev.winnow.storage.duckdb.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a part that was rewritten, and the views that show them as they were.
 *
 * <p>{@code packed} holds the records whose attributes are taken apart, {@code loose} all others,
 * among them those that are large, as they were. {@code packed_records} shows the former with the
 * attributes put together again, and {@code records} shows all. {@code packed_columns} tells which
 * key is where, and {@code slices} what can be in which span of time, as {@link TrigramFilter} of
 * bodies and {@link TraceFilter}. {@code template_trigrams} tells what can be in the bodies of a
 * template, as it was called when they were stored; one without an id stands for all that it does
 * not list.
 *
 * @param columns the columns of attributes, in the order in which objects have their keys
 * @param choices the columns, also of others than attributes, that hold one of few texts
 */
public record PackedSchema(List<PackedColumn> columns, Set<String> choices) {
  public static final String PACKED = "packed";
  public static final String LOOSE = "loose";
  public static final String PACKED_COLUMNS = "packed_columns";

  /** The slices of time that the records are in, each with what can be in it. */
  public static final String SLICES = "slices";

  /** The templates that the records are of, each with what can be in its bodies. */
  public static final String TEMPLATE_TRIGRAMS = "template_trigrams";

  /** The trace id in lower-case digits; empty if there is none. */
  public static final String TRACE_ID = "trace_id";

  /** By how much a record was observed later than it happened. */
  private static final String DELAY = "observed_delay";

  /** When a record was observed, as an expression. */
  public static final String OBSERVED = "(timestamp + " + DELAY + ")";

  /** Larger records stay as they were: of 2,048 neighbours one is read with all, 32 MB at most. */
  public static final int MAX_PACKED_BYTES = 16 << 10;

  /** Whether a record is larger, as a condition. */
  public static final String IS_LARGE = "strlen(body) + strlen(attributes) > " + MAX_PACKED_BYTES;

  private static final String ALL_COLUMNS =
      Arrays.stream(RecordColumn.values()).map(RecordColumn::sql).collect(Collectors.joining(", "));

  /**
   * The texts of a record of which there may be so few that each stands in a list. The service
   * stays a text, by whose least and greatest row groups are left out.
   */
  public static final List<RecordColumn> CHOOSABLE =
      Arrays.stream(RecordColumn.values())
          .filter(column -> column.type() == ColumnType.TEXT)
          .filter(column -> column != RecordColumn.BODY)
          .filter(column -> column != RecordColumn.ATTRIBUTES)
          .filter(column -> column != RecordColumn.SERVICE_NAME)
          .toList();

  /** The name of the type of a column with choices. */
  public static String choiceType(String column) {
    return "choice_" + column;
  }

  /** The statements that make the tables in the database in use. */
  public List<String> tables() {
    Stream<String> own =
        columns.stream().map(column -> column.name() + " " + type(column.name(), column.kind()));
    return List.of(
        "CREATE TABLE packed ("
            + Stream.concat(stored().map(this::definition), own).collect(Collectors.joining(", "))
            + ")",
        "CREATE TABLE packed_columns (place INTEGER, name VARCHAR, key VARCHAR, kind VARCHAR)",
        "CREATE TABLE slices (earliest BIGINT, latest BIGINT, trigrams BLOB, traces BLOB)",
        "CREATE TABLE template_trigrams (template_id BIGINT, trigrams BLOB)");
  }

  /** The columns but the attributes and half of the trace id, whose place another takes. */
  private static Stream<RecordColumn> stored() {
    return Arrays.stream(RecordColumn.values())
        .filter(column -> column != RecordColumn.ATTRIBUTES && column != RecordColumn.TRACE_ID_LOW);
  }

  private String definition(RecordColumn column) {
    return switch (column) {
      case BODY -> "body VARCHAR USING COMPRESSION zstd";
      case TRACE_ID_HIGH -> TRACE_ID + " VARCHAR";
      case OBSERVED_TIMESTAMP -> DELAY + " BIGINT";
      default ->
          column.sql()
              + " "
              + (choices.contains(column.sql()) ? choiceType(column.sql()) : column.type().sql());
    };
  }

  private static String type(String name, PackedColumn.Kind kind) {
    return kind == PackedColumn.Kind.CHOICE ? choiceType(name) : kind.sql();
  }

  /** The statements that make the views in the database in use. */
  public List<String> views() {
    String records =
        Arrays.stream(RecordColumn.values()).map(this::shown).collect(Collectors.joining(", "));
    return List.of(
        "CREATE VIEW packed_records AS SELECT " + records + " FROM packed",
        "CREATE VIEW records AS SELECT %1$s FROM packed_records UNION ALL SELECT %1$s FROM loose"
            .formatted(ALL_COLUMNS));
  }

  private String shown(RecordColumn column) {
    String sql = column.sql();
    return switch (column) {
      case TRACE_ID_HIGH -> bits(1) + " AS " + sql;
      case TRACE_ID_LOW -> bits(17) + " AS " + sql;
      case OBSERVED_TIMESTAMP -> OBSERVED + " AS " + sql;
      case ATTRIBUTES -> attributes(columns) + " AS " + sql;
      default -> choices.contains(sql) ? text(column) + " AS " + sql : sql;
    };
  }

  /** A column of {@code packed} that may hold choices, as an expression of type text. */
  public static String text(RecordColumn column) {
    return "CAST(" + column.sql() + " AS VARCHAR)";
  }

  private static String bits(int firstDigit) {
    return "CASE WHEN trace_id = '' THEN 0 ELSE"
        + " CAST(CAST(unhex(substr(trace_id, "
        + firstDigit
        + ", 16)) AS BIT) AS BIGINT) END";
  }

  /** The attributes, put together from columns; the same text for the same values. */
  public static String attributes(Collection<PackedColumn> columns) {
    if (columns.isEmpty()) {
      return "''";
    }
    String members =
        columns.stream()
            .map(PackedColumn::member)
            .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    return "CASE WHEN %1$s = '' THEN '' ELSE '{' || %1$s || '}' END".formatted(members);
  }

  /** What {@code packed} is filled with from the columns of {@code records}, in its order. */
  public String stores() {
    return Stream.concat(
            stored()
                .map(column ->
                    switch (column) {
                      case TRACE_ID_HIGH ->
                          """
                          CASE WHEN trace_id_high = 0 AND trace_id_low = 0 THEN ''
                          ELSE lpad(lower(to_hex(trace_id_high)), 16, '0')
                            || lpad(lower(to_hex(trace_id_low)), 16, '0') END\
                          """;
                      case OBSERVED_TIMESTAMP -> DELAY;
                      default -> column.sql();
                    }),
            columns.stream().map(PackedColumn::name))
        .collect(Collectors.joining(", "));
  }

  /**
   * A query for records with the columns that their attributes are taken apart into, and with
   * {@code is_packed}, which tells whether nothing is lost by that and none is large.
   *
   * @param records the table
   * @param where which of its rows
   */
  public String takenApart(String records, String where) {
    String source =
        "SELECT *, TRY_CAST(observed_timestamp::HUGEINT - timestamp AS BIGINT) AS "
            + DELAY
            + (columns.isEmpty() ? "" : ", " + members() + " AS members")
            + " FROM "
            + records
            + " WHERE "
            + where;
    StringBuilder typed = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      PackedColumn column = columns.get(i);
      String member = "members[" + (i + 1) + "]";
      typed.append(", ").append(typed(column, member)).append(" AS ").append(column.name());
      same.append(" AND ").append(column.json()).append(" IS NOT DISTINCT FROM ").append(member);
    }
    return """
    SELECT *, coalesce(%s IS NOT NULL%s AND %s = attributes AND NOT (%s), FALSE) AS is_packed
    FROM (SELECT *%s FROM (%s))\
    """
        .formatted(DELAY, same, attributes(columns), IS_LARGE, typed, source);
  }

  /** The values at the keys of the columns, as a list of JSON; null without attributes. */
  public String members() {
    return columns.stream()
        .map(PackedColumn::pointer)
        .collect(
            Collectors.joining(
                ", ", "CASE WHEN attributes <> '' THEN json_extract(attributes, [", "]) END"));
  }

  private static String typed(PackedColumn column, String member) {
    String text = "json_extract_string(" + member + ", '$')";
    return switch (column.kind()) {
      case TEXT, LONG_TEXT -> text;
      case JSON -> "CAST(" + member + " AS VARCHAR)";
      case UUID_DIGITS -> "replace(" + text + ", '-', '')";
      case CHOICE -> "TRY_CAST(" + text + " AS " + choiceType(column.name()) + ")";
      case ADDRESS ->
          Stream.of(1, 2, 3, 4)
              .map(place ->
                  "TRY_CAST(split_part(%s, '.', %d) AS UTINYINT)::UBIGINT * %d"
                      .formatted(text, place, 1L << (8 * (4 - place))))
              .collect(Collectors.joining(" + ", "CAST(", " AS UINTEGER)"));
      default -> "TRY_CAST(" + text + " AS " + column.kind().sql() + ")";
    };
  }
}
