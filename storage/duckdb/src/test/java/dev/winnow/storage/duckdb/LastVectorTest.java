package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.block.RecordEncoder;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.part.Rows;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class LastVectorTest {
  /** What the texts take beside the body: tenant, receiver, severity, service, why it is kept. */
  private static final int OTHER_BYTES = (int) rows(record(""), 1).block().textBytes(0);

  private final LastVector vector = new LastVector();

  private static LogRecord record(String body) {
    return SampleRecords.record(0, "cart", SeverityNumber.INFO, body);
  }

  private static LogRecord ofBytes(long bytes) {
    return record("x".repeat((int) bytes - OTHER_BYTES));
  }

  private static Rows rows(LogRecord record, int times) {
    KeptRecord kept = SampleRecords.kept(record);
    BinaryWriter out = new BinaryWriter(1_000);
    RecordEncoder.write(SampleRecords.TENANT, "test", Collections.nCopies(times, kept), out);
    RowBlock block = RecordEncoder.read(new BinaryReader(out.toByteArray()), 1);
    return new Rows(block, 0, times);
  }

  @Test
  void isLargeFromTheFirstByteThatIsTooMany() {
    vector.add(rows(ofBytes(LastVector.MAX_BYTES / 32), 32));
    assertThat(vector.isLarge()).isFalse();
    vector.add(rows(record(""), 1));
    assertThat(vector.isLarge()).isTrue();
  }

  @Test
  void countsNoRowsOfVectorsBefore() {
    vector.add(rows(record(""), LastVector.ROWS - 32));
    vector.add(rows(ofBytes(LastVector.MAX_BYTES / 64), 32));
    vector.add(rows(ofBytes(LastVector.MAX_BYTES / 32), 32));
    assertThat(vector.isLarge()).isFalse();
  }

  @Test
  void countsTheResourceThatManyRowsShare() {
    Attributes large =
        Attributes.builder().put("service.name", "cart").put("note", "x".repeat(1 << 20)).build();
    LogRecord record = LogRecord.builder().resource(new Resource(large)).body("short").build();
    vector.add(rows(record, 31));
    assertThat(vector.isLarge()).isFalse();
    vector.add(rows(record, 1));
    assertThat(vector.isLarge()).isTrue();
  }
}
