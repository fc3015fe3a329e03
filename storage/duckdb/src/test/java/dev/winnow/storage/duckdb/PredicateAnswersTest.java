package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.testkit.SampleRecords;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The answers of SQL, beside those of {@link Predicate#matches}. */
final class PredicateAnswersTest {
  private static final int PREDICATES = 12;

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void answersAsThePredicateDoes(@ForAll long seed) {
    answersAsThePredicateDoes(seed, false);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void answersFromPackedPartsAsThePredicateDoes(@ForAll long seed) {
    answersAsThePredicateDoes(seed, true);
  }

  private static void answersAsThePredicateDoes(long seed, boolean isPacked) {
    RandomRecords random = new RandomRecords(seed);
    try (FixtureStore store = new FixtureStore()) {
      for (int i = 0; i < 3; i++) {
        store.append(
            SampleRecords.batch(
                SampleRecords.TENANT, "", FixtureStore.PARTITIONS.get(i % 2), random.records(20)));
      }
      if (isPacked) {
        store.store().pack(7);
      }
      LogReader expected = store.expected();
      Selection all = Selection.all(SampleRecords.TENANT);
      for (int i = 0; i < PREDICATES; i++) {
        Predicate predicate = random.predicate(3);
        Selection selection = all.where(predicate);
        RecordQuery query = new RecordQuery(selection, Order.NEWEST_FIRST, null, 25);
        assertThat(store.reader().search(query))
            .as(predicate.toJson())
            .isEqualTo(expected.search(query));
        CountQuery counts =
            CountQuery.by(
                selection.during(new TimeSpan(SampleRecords.time(60), SampleRecords.time(119))),
                Dimension.SEVERITY);
        assertThat(store.reader().counts(counts))
            .as(predicate.toJson())
            .containsExactlyInAnyOrderElementsOf(expected.counts(counts));
        FacetQuery facet = new FacetQuery(selection, facetOf(random, predicate), 1000);
        // Values of one text, such as 1 and "1", have no order.
        assertThat(store.reader().facet(facet).values())
            .as(facet.field() + " " + predicate.toJson())
            .containsExactlyInAnyOrderElementsOf(expected.facet(facet).values());
        assertThat(store.reader().facet(facet).absent()).isEqualTo(expected.facet(facet).absent());
      }
    }
  }

  /** A field that no counts tell of if services are asked for, which counts know as text only. */
  private static Field facetOf(RandomRecords random, Predicate predicate) {
    Field field = random.field();
    return predicate.toJson().contains("\"resource.service.name\"")
        ? Field.of("severity_text")
        : field;
  }
}
