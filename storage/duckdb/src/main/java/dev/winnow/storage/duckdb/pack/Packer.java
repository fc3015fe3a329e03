package dev.winnow.storage.duckdb.pack;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedColumn.Kind;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes what a sealed part holds into another file, small and fast to read. */
public final class Packer {
  /*
   * Records are cut into slices of time, of one row group each, and thirds of a slice are sorted by
   * service, template and time: like texts then lie together, few row groups are read for a span of
   * time, and no more than a slice is in memory. Attributes are taken apart into one column a key,
   * of the type that a sample of records has there. A record whose attributes would not come out
   * again as exactly the same text, for its keys have another order or a value is of another type,
   * is stored as it was, in another table; so is a large one. Those of a slice stand behind its
   * others there, unsorted: to sort them would take more memory than there is.
   *
   * Thirds, as DuckDB stores an id once for the records within one segment of a column, which holds
   * a block of ids (256 KiB) at most. A whole slice is several, with a trace in all of them: where
   * three records share a trace, its id took 15 bytes of each, and takes 7 as the segments are now.
   * Bodies are as small, and slices of that size would take a third longer to write.
   *
   * In the end the new file is opened afresh, and both are compared by the hashes of all their
   * records.
   */
  public static final int ROW_GROUP_SIZE = 122_880;

  private static final int SAMPLE = 20_000;

  /** A slice with more of its records, as many are of one nanosecond, is not sorted. */
  private static final int MAX_SORTED = 4 * ROW_GROUP_SIZE;

  private static final String THIRDS = "1 / 3, 2 / 3";
  private static final String TARGET = "packing";
  private static final String COLUMNS =
      Arrays.stream(RecordColumn.values()).map(RecordColumn::sql).collect(Collectors.joining(", "));

  private final DuckDBConnection connection;
  private final PackSource source;
  private final Path file;
  private final int sliceRecords;
  private final Runnable pause;

  private Packer(
      DuckDBConnection connection, PackSource source, Path file, int sliceRecords, Runnable pause) {
    this.connection = connection;
    this.source = source;
    this.file = file;
    this.sliceRecords = sliceRecords;
    this.pause = pause;
  }

  /**
   * Packs a part, or what is to be left of it. Durable on return; after a failure the file is not
   * there or of no use.
   *
   * @param connection one of the caller's own
   * @param source what it sees and nobody changes
   * @param file where to write to; what is there is replaced
   * @param sliceRecords how many records lie together; {@link #ROW_GROUP_SIZE}, or fewer
   * @param pause run between steps of a second or so
   */
  public static void pack(
      DuckDBConnection connection, PackSource source, Path file, int sliceRecords, Runnable pause) {
    Packer packer = new Packer(connection, source, file, sliceRecords, pause);
    try {
      packer.clean();
      try {
        List<Slice> slices = packer.slices();
        packer.write(slices);
        packer.compare(slices);
      } finally {
        packer.detach();
      }
      packer.sync();
    } catch (SQLException | IOException failed) {
      throw Engine.unavailable(source.records() + " cannot be packed", failed);
    }
  }

  private void clean() throws SQLException, IOException {
    detach();
    Files.deleteIfExists(file);
  }

  private void detach() throws SQLException {
    execute("USE memory");
    execute("DETACH DATABASE IF EXISTS " + TARGET);
  }

  private void write(List<Slice> slices) throws SQLException {
    execute(attachment("ROW_GROUP_SIZE " + ROW_GROUP_SIZE + ", RECOVERY_MODE NO_WAL_WRITES"));
    List<PackedColumn> columns = sample().columns();
    Choices choices = choices(columns, slices);
    PackedSchema schema =
        new PackedSchema(
            columns.stream().map(column -> settled(column, choices)).toList(), choices.columns());
    execute("USE " + TARGET);
    createTypes(choices);
    for (String statement : PartSchema.statements(TARGET, PackedSchema.LOOSE)) {
      execute(statement);
    }
    for (String statement : schema.tables()) {
      execute(statement);
    }
    insertColumns(schema.columns());
    FilterWriter filters = new FilterWriter(connection, records());
    for (Slice slice : slices) {
      pause.run();
      insert(slice, schema);
      filters.write(slice);
    }
    filters.writeTemplates();
    copyCounts();
    for (String statement : schema.views()) {
      execute(statement);
    }
    execute("CHECKPOINT " + TARGET);
  }

  private String attachment(String options) {
    return "ATTACH '%s' AS %s (%s)".formatted(file.toString().replace("'", "''"), TARGET, options);
  }

  /** What gets no list of texts is held as it is. */
  private static PackedColumn settled(PackedColumn column, Choices choices) {
    return column.kind() == Kind.CHOICE && !choices.columns().contains(column.name())
        ? new PackedColumn(column.name(), column.key(), Kind.TEXT)
        : column;
  }

  /** Slices of as many records as a row group has, or a few more. */
  private List<Slice> slices() throws SQLException {
    long records = count("TRUE");
    int count = (int) (records / sliceRecords);
    List<Slice> slices = new ArrayList<>();
    long from = Long.MIN_VALUE;
    if (count > 0) {
      String shares =
          IntStream.rangeClosed(1, count)
              .mapToObj(i -> Double.toString((double) i * sliceRecords / records))
              .collect(Collectors.joining(", "));
      for (long to : ends(shares, "TRUE")) {
        if (to >= from && to < Long.MAX_VALUE) {
          slices.add(new Slice(from, to));
          from = to + 1;
        }
      }
    }
    slices.add(new Slice(from, Long.MAX_VALUE));
    return slices;
  }

  /** When shares of some records end. */
  private List<Long> ends(String shares, String where) throws SQLException {
    List<Long> ends = new ArrayList<>();
    ask(
        "SELECT unnest(quantile_disc(timestamp, [%s])) FROM %s WHERE %s"
            .formatted(shares, records(), where),
        row -> ends.add(row.getLong(1)));
    return ends;
  }

  private KeySample sample() throws SQLException {
    long records = count("TRUE");
    KeySample sample = new KeySample();
    ask(
        "SELECT attributes FROM %s WHERE hash(batch_sequence, ordinal) %% %d = 0 LIMIT %d"
            .formatted(records(), Math.max(1, records / SAMPLE), 2 * SAMPLE),
        row -> sample.add(row.getString(1)));
    return sample;
  }

  /** Finds all texts of the columns that may have few, slice by slice. */
  private Choices choices(List<PackedColumn> columns, List<Slice> slices) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    PackedSchema.CHOOSABLE.forEach(column -> texts.put(column.sql(), column.sql()));
    List<PackedColumn> chosen =
        columns.stream().filter(column -> column.kind() == Kind.CHOICE).toList();
    for (int i = 0; i < chosen.size(); i++) {
      texts.put(chosen.get(i).name(), "json_extract_string(members[%d], '$')".formatted(i + 1));
    }
    String members = chosen.isEmpty() ? "NULL" : new PackedSchema(chosen, Set.of()).members();
    Choices choices = new Choices(texts.keySet());
    for (Slice slice : slices) {
      pause.run();
      List<String> names = texts.keySet().stream().filter(choices.columns()::contains).toList();
      String lists =
          names.stream()
              .map(name -> "list(DISTINCT %s)".formatted(texts.get(name)))
              .collect(Collectors.joining(", "));
      ask(
          "SELECT %s FROM (SELECT *, %s AS members FROM %s WHERE %s)"
              .formatted(lists, members, records(), slice.where()),
          row -> {
            for (int i = 0; i < names.size(); i++) {
              add(names.get(i), row.getArray(i + 1), choices);
            }
          });
    }
    return choices;
  }

  private static void add(String name, @Nullable Array texts, Choices choices) throws SQLException {
    if (texts != null) {
      Arrays.stream((Object[]) texts.getArray())
          .filter(Objects::nonNull)
          .forEach(text -> choices.add(name, text.toString()));
    }
  }

  private void createTypes(Choices choices) throws SQLException {
    execute("CREATE OR REPLACE TEMP TABLE choices (name VARCHAR, text VARCHAR)");
    for (String name : choices.columns()) {
      try (DuckDBAppender rows = connection.createAppender("temp", "main", "choices")) {
        for (String text : choices.of(name)) {
          rows.beginRow().append(name).append(text).endRow();
        }
      }
      execute(
          "CREATE TYPE %s AS ENUM (SELECT text FROM temp.choices WHERE name = '%s' ORDER BY text)"
              .formatted(PackedSchema.choiceType(name), name));
    }
    execute("DROP TABLE temp.choices");
  }

  private void insertColumns(List<PackedColumn> columns) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO packed_columns VALUES (?, ?, ?, ?)")) {
      for (int place = 0; place < columns.size(); place++) {
        PackedColumn column = columns.get(place);
        insert.setInt(1, place);
        insert.setString(2, column.name());
        insert.setString(3, column.key());
        insert.setString(4, column.kind().name());
        insert.execute();
      }
    }
  }

  private void insert(Slice slice, PackedSchema schema) throws SQLException {
    String where = slice.where();
    long records = count(where);
    String order = records > MAX_SORTED ? "" : order(slice);
    String apart = schema.takenApart(records(), where);
    long packed =
        update(
            "INSERT INTO packed SELECT %s FROM (%s) WHERE is_packed%s"
                .formatted(schema.stores(), apart, order));
    if (packed < records) {
      insertLoose(apart, where, records - packed, order);
    }
  }

  private void insertLoose(String apart, String where, long loose, String order)
      throws SQLException {
    String isLarge = where + " AND " + PackedSchema.IS_LARGE;
    long large = count(isLarge);
    if (large < loose) {
      update(
          "INSERT INTO loose SELECT %s FROM (%s) WHERE NOT is_packed AND NOT (%s)%s"
              .formatted(COLUMNS, apart, PackedSchema.IS_LARGE, order));
    }
    if (large > 0) {
      update("INSERT INTO loose SELECT %s FROM %s WHERE %s".formatted(COLUMNS, records(), isLarge));
    }
  }

  private long count(String where) throws SQLException {
    return Engine.numbers(connection, "SELECT count(*) FROM " + records() + " WHERE " + where)[0];
  }

  private String order(Slice slice) throws SQLException {
    List<String> keys = new ArrayList<>();
    for (long end : ends(THIRDS, slice.where())) {
      keys.add("timestamp > " + end);
    }
    keys.addAll(List.of("service_name", "template_id", "timestamp", "batch_sequence", "ordinal"));
    return " ORDER BY " + String.join(", ", keys);
  }

  private void copyCounts() throws SQLException {
    execute(
        """
        INSERT INTO rollups
        SELECT tenant_id, template_id, service_name, severity_number, minute,
          sum(records)::BIGINT, sum(bytes)::BIGINT
        FROM %s GROUP BY ALL ORDER BY tenant_id, minute, service_name, template_id
        """
            .formatted(source.rollups()));
    execute(
        "INSERT INTO applied FROM %s ORDER BY batch_sequence DESC, rows DESC LIMIT 1"
            .formatted(source.applied()));
  }

  /** Refuses a file that does not show the same as the part. */
  private void compare(List<Slice> slices) throws SQLException {
    detach();
    execute(attachment("READ_ONLY"));
    PackSource target = PackSource.of(TARGET);
    compare("sum(records), sum(bytes)", source.rollups(), target.rollups(), "TRUE");
    for (Slice slice : slices) {
      pause.run();
      String hashes = "count(*), sum(hash(" + COLUMNS + "))";
      compare(hashes, source.records(), target.records(), slice.where());
    }
  }

  private void compare(String sums, String from, String to, String where) throws SQLException {
    List<String> answers = new ArrayList<>();
    for (String relation : List.of(from, to)) {
      ask(
          "SELECT (%s)::VARCHAR FROM %s WHERE %s".formatted(sums, relation, where),
          row -> answers.add(row.getString(1)));
    }
    if (!answers.get(0).equals(answers.get(1))) {
      throw new WinnowException(
          ErrorCode.STORAGE_CORRUPT,
          "%s comes out as %s, not as %s".formatted(from, answers.get(1), answers.get(0)));
    }
  }

  private void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private String records() {
    return source.records();
  }

  private void ask(String sql, Answers.Row each) throws SQLException {
    Answers.of(connection, sql, each);
  }

  private void execute(String sql) throws SQLException {
    Engine.execute(connection, sql);
  }

  private long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
