package dev.winnow.storage.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.block.RecordEncoder;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.pack.PackSource;
import dev.winnow.storage.duckdb.pack.Packer;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.part.Position;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.part.Rows;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.SampleRecords;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a record is once it is read. */
final class RecordRowTest {
  private static final int LENGTH = 1_000_000;
  private static final String TEXT = "x".repeat(LENGTH);

  @TempDir private Path directory;
  private final TemplateAliases aliases =
      new TemplateAliases(
          new InMemoryLogStore(() -> SampleRecords.NOW, 1).templates(), SampleRecords.TENANT);
  private Engine engine;
  private Parts parts;

  @BeforeEach
  void open() {
    engine = Engine.start(256L << 20, 2, directory);
    parts = Parts.open(directory.resolve("records"), engine);
  }

  @AfterEach
  void close() {
    parts.close();
    engine.close();
  }

  @Test
  void countsAllTexts() throws SQLException {
    LogRecord.Builder large =
        LogRecord.builder()
            .body(TEXT)
            .eventName("event")
            .resource(new Resource(noted("resource")))
            .scope(new InstrumentationScope("scope", "1.0", noted("scope")))
            .attributes(noted("attributes"));

    long empty = size(LogRecord.builder().body("").build());

    assertThat(size(large.build()) - empty)
        .isEqualTo(
            4 * LENGTH
                + "event".length()
                + "{'note':'resource'}".length()
                + "scope1.0{'note':'scope'}".length()
                + "{'note':'attributes'}".length());
  }

  @Test
  void countsValuesThatAreNothing() throws SQLException {
    AnyValue nothing = AnyValue.of(Collections.nCopies(LENGTH, AnyValue.empty()));
    LogRecord.Builder record = LogRecord.builder().body("");
    long empty = size(record.build());

    record.attributes(Attributes.builder().put("a", nothing).build());

    assertThat(size(record.build()) - empty)
        .isEqualTo("{'a':[]}".length() + "null,".length() * LENGTH - 1);
  }

  @Test
  void countsKeysAndTextsOfWhatIsTakenApart() throws SQLException {
    LogRecord.Builder record =
        LogRecord.builder().body("").resource(new Resource(noted("resource")));
    long before = packedSize(record.build());

    record.attributes(Attributes.builder().put("path", "/cart").put("status", 204).build());

    assertThat(packedSize(record.build()) - before).isEqualTo("path/cartstatus204".length());
    assertThat(before).isGreaterThan(LENGTH);
  }

  private static Attributes noted(String beginning) {
    return Attributes.builder().put("note", beginning + TEXT).build();
  }

  /** How large a record is, read from a part of its own. */
  private long size(LogRecord record) throws SQLException {
    Part part = add(record);
    try (Lease lease = parts.lease(part)) {
      return read(lease.parts().getFirst().tables().getFirst());
    }
  }

  /** The same if the part is packed. */
  private long packedSize(LogRecord record) throws SQLException {
    Part part = add(record);
    parts.seal(part);
    try (DuckDBConnection connection = engine.connect()) {
      Packer.pack(connection, PackSource.of(part.alias()), part.replacement(), 4, () -> {});
    }
    parts.replace(part, part.replacement());
    try (Lease lease = parts.lease(any -> true)) {
      RecordTable table = lease.parts().getLast().tables().getFirst();
      assertThat(table.isPacked()).isTrue();
      return read(table);
    }
  }

  private Part add(LogRecord record) {
    Part part = parts.add(SampleRecords.TODAY);
    BinaryWriter out = new BinaryWriter(LENGTH);
    KeptRecord kept = new KeptRecord(record, 7, false, Sampling.NO_POLICY, 1);
    RecordEncoder.write(SampleRecords.TENANT, "test", List.of(kept), out);
    RowBlock block = RecordEncoder.read(new BinaryReader(out.toByteArray()), 1);
    RowBlock noCounts = new RowBlock.Builder(PartSchema.ROLLUP_TYPES, 1).build();
    parts.append(part, List.of(new Rows(block, 0, 1)), noCounts, new Position(1, Position.ALL));
    return part;
  }

  private long read(RecordTable table) throws SQLException {
    try (DuckDBConnection connection = engine.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT " + RecordRow.columns(table) + " FROM " + table.name())) {
      assertThat(row.next()).isTrue();
      return RecordRow.read(row, table, 0, aliases).characters();
    }
  }
}
