package dev.winnow.server.templates;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.templates.TemplateDiff.Change;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplateComparisonTest {
  private static final Selection BASE = selection("2h", "1h");
  private static final Selection WINDOW = selection("1h", "0s");

  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 10_000);
  private final TemplateComparison comparison =
      new TemplateComparison(store.reader(), store.templates());

  private static Selection selection(String start, String end) {
    return new SelectionReader(TENANT, NOW).startTime(start).endTime(end).selection();
  }

  /** Appends records of a template, spread evenly over an hour. */
  private void append(String word, SeverityNumber severity, int hoursAgo, int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double seconds = -3_600.0 * hoursAgo + 3_599.0 * i / count;
      records.add(record(seconds, "cart", severity, word + " " + i));
    }
    store.append(batch(records.toArray(LogRecord[]::new)));
  }

  @Test
  void tellsNewFromGoneFromShifted() {
    append("Steady", SeverityNumber.INFO, 2, 1_000);
    append("Steady", SeverityNumber.INFO, 1, 1_000);
    append("Broken", SeverityNumber.ERROR, 1, 30);
    append("Retired", SeverityNumber.INFO, 2, 200);
    append("Grown", SeverityNumber.INFO, 2, 50);
    append("Grown", SeverityNumber.INFO, 1, 400);
    append("Once", SeverityNumber.INFO, 1, 1);

    TemplateDiff diff = comparison.compare(BASE, WINDOW, 10);

    assertThat(diff.newPatterns())
        .extracting(Change::template, Change::isError, Change::baseCount, Change::count)
        .containsExactly(tuple("Broken <*>", true, 0L, 30L));
    assertThat(diff.newPatterns().getFirst().ratioHigh()).isNull();
    assertThat(diff.gonePatterns()).extracting(Change::template).containsExactly("Retired <*>");
    assertThat(diff.shiftedPatterns())
        .extracting(Change::template, Change::kind)
        .containsExactly(tuple("Grown <*>", "more"));
    assertThat(diff.counts())
        .containsEntry("new", 1L)
        .containsEntry("gone", 1L)
        .containsEntry("more", 1L)
        .containsEntry("less", 0L)
        .containsEntry("same", 1L)
        .containsEntry("unsure", 1L);
    assertThat(diff.sizeFrom()).isEqualTo("records");
    assertThat(diff.sizeRatio()).isEqualTo(1_431 / 1_250.0);
    assertThat(diff.remarks()).isEmpty();
  }

  @Test
  void takesTheLengthOutOfUnequalWindows() {
    append("Steady", SeverityNumber.INFO, 3, 500);
    append("Steady", SeverityNumber.INFO, 2, 500);
    append("Steady", SeverityNumber.INFO, 1, 500);

    TemplateDiff diff = comparison.compare(selection("3h", "1h"), WINDOW, 10);

    assertThat(diff.counts()).containsEntry("same", 1L).containsEntry("less", 0L);
    assertThat(diff.sizeRatio()).isEqualTo(.5);
    assertThat(diff.remarks())
        .containsExactly(
            "the base is 2.00 times as long as the window; counts are compared by size_ratio, and"
                + " what is rare may be missing from the shorter one by chance");
  }

  @Test
  void comparesNothingWithNothing() {
    append("Steady", SeverityNumber.INFO, 1, 5);

    TemplateDiff diff = comparison.compare(BASE, WINDOW, 10);

    assertThat(diff.remarks())
        .containsExactly("the base has no records, so nothing can be compared");
    assertThat(diff.newPatterns()).isEmpty();
    assertThat(diff.window().records()).isEqualTo(5);
    assertThat(diff.window().durationSeconds()).isEqualTo(3_600);
  }

  @Test
  void saysThatWindowsOverlap() {
    append("Steady", SeverityNumber.INFO, 1, 5);

    assertThat(comparison.compare(WINDOW, WINDOW, 10).remarks())
        .containsExactly("base and window overlap; records in both are counted in both");
  }
}
