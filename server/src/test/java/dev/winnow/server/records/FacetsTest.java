package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.FacetAnswer.ValueCount;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FacetsTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Facets facets = new Facets(store.reader());

  @BeforeEach
  void append() {
    store.append(
        batch(
            record(-5, "cart", SeverityNumber.INFO, "a"),
            record(-4, "cart", SeverityNumber.INFO2, "b"),
            record(-3, "checkout", SeverityNumber.ERROR, "c"),
            record(-2, "", SeverityNumber.UNSPECIFIED, "d").toBuilder()
                .resource(Resource.EMPTY)
                .build()));
  }

  @Test
  void countsTheValuesOfFields() {
    assertThat(facets.facets(Selection.all(TENANT), List.of("service", "body"), 1).facets())
        .containsExactly(
            new FacetAnswer("service", List.of(new ValueCount(AnyValue.of("cart"), 2)), 1, 1),
            new FacetAnswer("body", List.of(new ValueCount(AnyValue.of("a"), 1)), 3, 0));
  }

  @Test
  void putsNumbersOfALevelTogether() {
    assertThat(facets.facets(Selection.all(TENANT), List.of("level"), 5).facets())
        .containsExactly(
            new FacetAnswer(
                "level",
                List.of(
                    new ValueCount(AnyValue.of("INFO"), 2),
                    new ValueCount(AnyValue.of("ERROR"), 1)),
                0,
                1));
    assertThat(
            facets.facets(Selection.all(TENANT), List.of("level"), 1).facets().getFirst().others())
        .isEqualTo(1);
  }

  @Test
  void asksForLevelsAndServicesUnlessFieldsAreNamed() {
    assertThat(facets.facets(Selection.all(TENANT), List.of(), 5).facets())
        .extracting(FacetAnswer::field)
        .containsExactly("level", "service");
  }

  @Test
  void refusesUnknownFieldsAndTooMany() {
    assertThatThrownBy(() -> facets.facets(Selection.all(TENANT), List.of("service", "user"), 5))
        .hasMessage(
            "field is 'user', and level, service, or a field such as template_id, attributes.<key>"
                + " is allowed");
    assertThatThrownBy(
            () -> facets.facets(Selection.all(TENANT), Collections.nCopies(21, "body"), 5))
        .hasMessage("field is '21 times', and at most 20 times is allowed");
  }
}
