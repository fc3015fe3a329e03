package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.RecordEraser.Found;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.testkit.SampleRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Answers after records were erased, compared with those of a store that looks at each. */
final class ErasedRecordsTest {
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);
  private static final TimeSpan SOME =
      new TimeSpan(SampleRecords.time(90.5), SampleRecords.time(170));

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void areGoneFromAllAnswersAndOthersAreThere(@ForAll long seed) {
    RandomRecords random = new RandomRecords(seed);
    try (FixtureStore store = new FixtureStore()) {
      for (int round = 0; round < 4; round++) {
        store.append(
            SampleRecords.batch(
                SampleRecords.TENANT,
                "",
                FixtureStore.PARTITIONS.get(round % 2),
                random.records(40)));
        Predicate predicate = random.predicate(2);
        Selection selection = (round % 2 == 0 ? ALL : ALL.during(SOME)).where(predicate);
        erase(store, selection);
        assertSameAnswers(store, predicate.toJson());
        if (round == 1) {
          store.store().pack(7);
        }
      }
    }
  }

  private static void erase(FixtureStore store, Selection selection) {
    List<Found> found = new ArrayList<>();
    Erasure here = new Erasure(selection, store.store().commitSignal().last());
    Erasure there = new Erasure(selection, store.reference().last());
    assertThat(store.store().recordEraser().preview(here))
        .containsExactlyInAnyOrderElementsOf(store.reference().preview(there));
    store.store().recordEraser().erase(here, found::add);
    store.reference().erase(there, found::add);
    assertThat(found.get(0)).isEqualTo(found.get(1));
  }

  private static void assertSameAnswers(FixtureStore store, String erased) {
    RecordId start = new RecordId(0, 0, 0);
    assertThat(store.reader().since(SampleRecords.TENANT, start, 1_000))
        .as(erased)
        .extracting(StoredRecord::kept)
        .isEqualTo(
            store.expected().since(SampleRecords.TENANT, start, 1_000).stream()
                .map(StoredRecord::kept)
                .toList());
    for (TimeSpan span : new TimeSpan[] {TimeSpan.ALL, SOME}) {
      CountQuery counts =
          new CountQuery(ALL.during(span), EnumSet.allOf(Dimension.class), Duration.ofMinutes(1));
      assertThat(store.reader().counts(counts))
          .as(erased)
          .containsExactlyInAnyOrderElementsOf(store.expected().counts(counts));
    }
    FacetQuery facet = new FacetQuery(ALL, Field.of("severity_text"), 100);
    assertThat(store.reader().facet(facet)).as(erased).isEqualTo(store.expected().facet(facet));
  }
}
