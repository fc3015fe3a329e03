package dev.winnow.server.export;

import static dev.winnow.storage.testkit.SampleRecords.kept;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, as another program reads it. */
final class TableWriterTest {
  private static final LogRecord HOSTILE =
      LogRecord.builder()
          .observedTimestamp(1)
          .body("a\u0000b\r\n\ud83d\ude00\"'")
          .attributes(
              Attributes.builder()
                  .put("k,\"", AnyValue.of(List.of(AnyValue.of(1), AnyValue.empty())))
                  .build())
          .scope(InstrumentationScope.of("=1+1"))
          .eventName("e")
          .traceId("0af7651916cd43dd8448eb211c80319c")
          .spanId("b7ad6b7169203331")
          .build();

  @TempDir private Path directory;

  private Path write(List<StoredRecord> records) throws IOException {
    Path file = directory.resolve("logs.parquet");
    try (OutputStream out = Files.newOutputStream(file)) {
      RecordsWriter table = new TableWriter(out);
      for (StoredRecord record : records) {
        table.write(List.of(record));
      }
      table.end();
    }
    return file;
  }

  private static StoredRecord stored(int ordinal, LogRecord record) {
    return new StoredRecord(new RecordId(1, ordinal, 2), "test", kept(record));
  }

  /** What a query answers, a row a line. */
  private static List<String> ask(String sql, Path file) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet answer = statement.executeQuery(sql.replace("FILE", "'" + file + "'"))) {
      int columns = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(answer.getString(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  @Test
  void hasTypedColumns() throws IOException, SQLException {
    assertThat(ask("SELECT column_name, column_type FROM (DESCRIBE FROM FILE)", write(List.of())))
        .containsExactly(
            "id|VARCHAR",
            "timestamp|TIMESTAMPTZ_NS",
            "observed_timestamp|TIMESTAMPTZ_NS",
            "level|VARCHAR",
            "severity_number|INTEGER",
            "severity_text|VARCHAR",
            "service|VARCHAR",
            "body|VARCHAR",
            "event_name|VARCHAR",
            "trace_id|VARCHAR",
            "span_id|VARCHAR",
            "template_id|VARCHAR",
            "receiver|VARCHAR",
            "scope|VARCHAR",
            "attributes|JSON",
            "resource|JSON");
  }

  @Test
  void hasARowForEachRecord() throws IOException, SQLException {
    LogRecord plain = record(0, "cart", SeverityNumber.INFO2, "Added 1");
    Path file = write(List.of(stored(0, plain), stored(1, HOSTILE)));

    assertThat(
            ask(
                "SELECT * REPLACE (epoch_ns(timestamp) AS timestamp,"
                    + " epoch_ns(observed_timestamp) AS observed_timestamp) FROM FILE ORDER BY id",
                file))
        .containsExactly(
            "0000000000000G000000000002|%d|%d|INFO|10|INFO2|cart|Added 1|null|null|null|%s|test|null|{}|{\"service.name\":\"cart\"}"
                .formatted(
                    plain.timestamp(),
                    plain.observedTimestamp(),
                    Long.toHexString(kept(plain).templateId())),
            "0000000000000G000004000002|1|1|null|0|null|null|a\u0000b\r\n\ud83d\ude00\"'|e|0af7651916cd43dd8448eb211c80319c|b7ad6b7169203331|%s|test|=1+1|{\"k,\\\"\":[1,null]}|{}"
                .formatted(Long.toHexString(kept(HOSTILE).templateId())));
  }

  @Test
  void isDividedIntoGroupsOfRows() throws IOException, SQLException {
    List<StoredRecord> records = new ArrayList<>();
    for (int i = 0; i < 250_000; i++) {
      LogRecord record =
          LogRecord.builder()
              .observedTimestamp(1_000L + i)
              .severityNumber(SeverityNumber.of(i % 25))
              .traceId(i % 3 == 0 ? "" : "0af7651916cd43dd8448eb211c80319c")
              .body("said " + i)
              .build();
      records.add(stored(i, record));
    }
    Path file = write(records);

    assertThat(
            ask(
                "SELECT count(*), count(trace_id), sum(severity_number), max(epoch_ns(timestamp)),"
                    + " count(DISTINCT id), max(body) FROM FILE",
                file))
        .containsExactly("250000|166666|3000000|250999|250000|said 99999");
    assertThat(
            ask(
                "SELECT bool_and((trace_id IS NULL) = ((epoch_ns(timestamp) - 1000) % 3 = 0))"
                    + " FROM FILE",
                file))
        .containsExactly("true");
    assertThat(
            ask(
                "SELECT DISTINCT row_group_num_rows FROM parquet_metadata(FILE) ORDER BY ALL DESC",
                file))
        .hasSizeGreaterThan(1)
        .allSatisfy(rows -> assertThat(Long.parseLong(rows)).isLessThanOrEqualTo(100_000));
  }

  @Test
  void writesAnywayWhatIsLargerThanAGroup() throws IOException, SQLException {
    LogRecord large = LogRecord.builder().observedTimestamp(1).body("x".repeat(9 << 20)).build();
    Path file = write(List.of(stored(0, large), stored(1, large), stored(2, HOSTILE)));

    assertThat(ask("SELECT length(body) FROM FILE ORDER BY id", file))
        .containsExactly("9437184", "9437184", "8");
  }
}
