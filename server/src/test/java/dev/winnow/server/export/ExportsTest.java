package dev.winnow.server.export;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.Portions;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExportsTest {
  private static final Selection ALL = Selection.all(TENANT);
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Exports exports =
      new Exports(store.reader(), record -> record.kept().record().body().text());

  private static String written(Export export) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void append(int seconds, String body) {
    store.append(batch(record(seconds, "cart", SeverityNumber.INFO, body)));
  }

  /** Stores a record for each of so many seconds. */
  private void appendMany(int records) {
    List<LogRecord> many = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      many.add(record(i, "cart", SeverityNumber.INFO, "said"));
    }
    store.append(batch(TENANT, "", TODAY, many));
  }

  @Test
  void writesWhatIsSelectedTheOldestFirst() throws IOException {
    append(3, "three");
    append(1, "one");
    append(2, "two");
    append(4, "four");

    Selection some = ALL.during(new TimeSpan(SampleRecords.time(2), SampleRecords.time(4)));

    assertThat(written(exports.begin(some, ExportFormat.JSONL))).isEqualTo("two\nthree\n");
  }

  @Test
  void endsWithTheRecordThatWasTheNewest() throws IOException {
    appendMany(150);

    Export export = exports.begin(ALL, ExportFormat.JSONL);
    append(150, "late");

    assertThat(written(export)).isEqualTo("said\n".repeat(150));
  }

  @Test
  void isEmptyWithoutRecords() throws IOException {
    assertThat(written(exports.begin(ALL, ExportFormat.JSONL))).isEmpty();
  }

  @Test
  void refusesOneTooManyOfATenant() throws IOException {
    List<Export> begun = new ArrayList<>();
    for (int i = 0; i < Exports.MOST; i++) {
      begun.add(exports.begin(ALL, ExportFormat.JSONL));
    }

    assertThatThrownBy(() -> exports.begin(ALL, ExportFormat.JSONL))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED))
        .hasMessage("4 exports are at work, as many as there may be at a time");
    assertThat(written(exports.begin(Selection.all("other"), ExportFormat.JSONL))).isEmpty();
    assertThat(written(begun.getFirst())).isEmpty();
    assertThat(written(exports.begin(ALL, ExportFormat.JSONL))).isEmpty();
  }

  @Test
  void hasAPlaceAgainWhenAReaderHasLeft() throws IOException {
    append(1, "one");
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    for (int i = 0; i < Exports.MOST; i++) {
      Export export = exports.begin(ALL, ExportFormat.JSONL);
      assertThatThrownBy(() -> export.writeTo(gone)).hasMessage("gone");
    }

    assertThat(written(exports.begin(ALL, ExportFormat.JSONL))).isEqualTo("one\n");
  }

  @Test
  void hasAPlaceAgainWhenOneCouldNotBegin() throws IOException {
    for (int i = 0; i < Exports.MOST; i++) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> exports.begin(ALL, ExportFormat.JSONL))
          .hasMessageStartingWith("2 queries");
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(written(exports.begin(ALL, ExportFormat.JSONL))).isEmpty();
  }

  @Test
  void failsIfTheStoreDoesHalfway() {
    appendMany(150);
    Portions pages =
        Portions.of(
            query -> {
              if (query.after() == null) {
                return store.reader().search(query);
              }
              throw new WinnowException(ErrorCode.QUERY_TIMEOUT, "too late");
            },
            new RecordQuery(ALL, RecordQuery.Order.OLDEST_FIRST, null, Export.FIRST));
    List<String> ends = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export export = new Export(pages, ExportFormat.JSONL, record -> "said", () -> ends.add("end"));

    assertThatThrownBy(() -> export.writeTo(out)).hasMessage("too late");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("said\n".repeat(100));
    assertThat(ends).containsExactly("end");
  }
}
