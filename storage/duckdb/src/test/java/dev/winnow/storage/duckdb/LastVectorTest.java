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
    LastVector full = LastVector.EMPTY.with(rows(ofBytes(LastVector.MAX_BYTES / 32), 32));
    assertThat(full).isEqualTo(new LastVector(32, LastVector.MAX_BYTES, false));
    assertThat(full.with(rows(record(""), 1)))
        .isEqualTo(new LastVector(33, LastVector.MAX_BYTES + OTHER_BYTES, true));
  }

  @Test
  void countsNoRowsOfVectorsBefore() {
    LastVector vector =
        LastVector.EMPTY
            .with(rows(record(""), LastVector.ROWS - 31))
            .with(rows(ofBytes(LastVector.MAX_BYTES / 64), 32))
            .with(rows(ofBytes(LastVector.MAX_BYTES / 64), 62));
    assertThat(vector).isEqualTo(new LastVector(63, LastVector.MAX_BYTES / 64 * 63, false));
  }

  @Test
  void beginsAtAFullVector() {
    assertThat(LastVector.EMPTY.with(rows(ofBytes(1_000), LastVector.ROWS)))
        .isEqualTo(LastVector.EMPTY);
    assertThat(LastVector.EMPTY.with(rows(ofBytes(1_000), LastVector.ROWS - 1)))
        .isEqualTo(new LastVector(LastVector.ROWS - 1, 2_047_000, false));
  }

  @Test
  void staysLargeOnceItIs() {
    LastVector large = LastVector.of(LastVector.ROWS - 1, LastVector.MAX_BYTES + 1);
    assertThat(large.with(rows(record(""), 1))).isEqualTo(new LastVector(0, 0, true));
  }

  @Test
  void countsTheResourceThatManyRowsShare() {
    Attributes large =
        Attributes.builder().put("service.name", "cart").put("note", "x".repeat(1 << 20)).build();
    LogRecord record = LogRecord.builder().resource(new Resource(large)).body("short").build();
    assertThat(LastVector.EMPTY.with(rows(record, 31)).isLarge()).isFalse();
    assertThat(LastVector.EMPTY.with(rows(record, 32)).isLarge()).isTrue();
  }
}
