package dev.winnow.storage.duckdb.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.ColumnType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableAppenderTest {
  private static final int ROWS = 10_000;
  private static final List<ColumnType> TYPES =
      List.of(
          ColumnType.LONG, ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.TEXT, ColumnType.INT);

  @TempDir private Path directory;

  @Test
  void isTheFastOneHere() {
    assertThat(VectorAppender.isUsable()).isTrue();
  }

  @Test
  void addsTheSameEitherWay() throws SQLException, ReflectiveOperationException {
    RowBlock block = block();
    try (Engine engine = Engine.start(512L << 20, 2, directory);
        DuckDBConnection connection = engine.connect()) {
      for (String table : List.of("a", "b")) {
        Engine.execute(
            connection,
            "CREATE TABLE " + table + " (l BIGINT, t VARCHAR, b BOOLEAN, u VARCHAR, i INTEGER)");
      }
      TableAppender values = new RowAppender(connection.createAppender("main", "a"), TYPES);
      TableAppender vectors = new VectorAppender(connection.createAppender("main", "b"), TYPES);
      Engine.execute(connection, "BEGIN TRANSACTION");
      for (TableAppender each : List.of(values, vectors)) {
        each.append(block, 0, 3_000);
        each.append(block, 3_000, 3_001);
        each.append(block, 3_001, ROWS);
        each.flush();
      }
      Engine.execute(connection, "COMMIT");
      assertThat(
              Engine.numbers(
                  connection,
                  "SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b),"
                      + " (SELECT count(*) FROM (FROM a EXCEPT ALL FROM b)),"
                      + " (SELECT count(*) FROM (FROM b EXCEPT ALL FROM a)),"
                      + " (SELECT sum(length(t)) FROM b)"))
          .containsExactly(ROWS, ROWS, 0, 0, lengths(block));
      values.close();
      vectors.close();
    }
  }

  private static long lengths(RowBlock block) {
    long lengths = 0;
    for (int row = 0; row < ROWS; row++) {
      String text = block.texts(1).at(row);
      lengths += text.codePointCount(0, text.length());
    }
    return lengths;
  }

  private static RowBlock block() {
    RowBlock.Builder rows = new RowBlock.Builder(TYPES, ROWS);
    for (int row = 0; row < ROWS; row++) {
      String text =
          switch (row % 7) {
            case 0 -> "";
            case 1 -> "exactly 12 b";
            case 2 -> "thirteen byte";
            case 3 -> "漢字とemoji 😀 " + row;
            case 4 -> "with\0nul " + row;
            case 5 -> "long ".repeat(row % 300) + row;
            default -> Integer.toString(row);
          };
      rows.add(Long.MIN_VALUE + row)
          .add(text)
          .add(row % 3 == 0)
          .add("service " + row % 11)
          .add(row == 5 ? -1 : 42)
          .endRow();
    }
    return rows.build();
  }
}
