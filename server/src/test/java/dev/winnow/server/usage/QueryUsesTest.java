package dev.winnow.server.usage;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.usage.QueryUsageAnswer.Entry;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.QueryUsage.Subject;
import dev.winnow.storage.control.QueryUsageStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QueryUsesTest {
  private final MovableClock clock = new MovableClock(NOW);
  private final InMemoryControlStore store = new InMemoryControlStore(NOW);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final QueryUses uses = new QueryUses(store.queryUsage(), clock, metrics);

  private static Selection query(String predicate) {
    return new SelectionReader(TENANT, NOW).query(predicate).selection();
  }

  @Test
  void countsEachNameOncePerQuery() {
    uses.note(query("attributes.user = 1 or attributes.user = 2 or not exists trace_id"));
    clock.advance(Duration.ofSeconds(5));
    uses.note(query("attributes.user = 1 and template_id = 00000000000000ff"));
    uses.note(new SelectionReader(TENANT, NOW).search("x").selection());
    uses.save();

    assertThat(uses.mostUsed(TENANT, 10))
        .isEqualTo(
            new QueryUsageAnswer(
                List.of(
                    new Entry("attributes.user", 2, Instant.parse("2026-11-21T12:00:05Z")),
                    new Entry("body", 1, Instant.parse("2026-11-21T12:00:05Z")),
                    new Entry("template_id", 1, Instant.parse("2026-11-21T12:00:05Z")),
                    new Entry("trace_id", 1, Instant.parse("2026-11-21T12:00:00Z"))),
                List.of(new Entry("00000000000000ff", 1, Instant.parse("2026-11-21T12:00:05Z")))));
    assertThat(uses.mostUsed("other", 10)).isEqualTo(new QueryUsageAnswer(List.of(), List.of()));
  }

  @Test
  void addsToWhatIsStored() {
    uses.note(query("exists body"));
    uses.save();
    uses.note(query("exists body"));
    uses.save();
    uses.save();

    assertThat(uses.mostUsed(TENANT, 1).fields())
        .containsExactly(new Entry("body", 2, Instant.parse("2026-11-21T12:00:00Z")));
  }

  @Test
  void writesAgainWhatCouldNotBeWritten() {
    AtomicBoolean isBroken = new AtomicBoolean(true);
    QueryUses patient = new QueryUses(new BreakableStore(isBroken), clock, metrics);
    patient.note(query("exists body"));
    assertThatThrownBy(patient::save).hasMessage("broken");
    isBroken.set(false);

    patient.save();

    assertThat(patient.mostUsed(TENANT, 1).fields())
        .containsExactly(new Entry("body", 1, Instant.parse("2026-11-21T12:00:00Z")));
  }

  private final class BreakableStore implements QueryUsageStore {
    private final AtomicBoolean isBroken;

    private BreakableStore(AtomicBoolean isBroken) {
      this.isBroken = isBroken;
    }

    @Override
    public void add(String tenantId, List<QueryUsage> uses) {
      if (isBroken.get()) {
        throw new WinnowException(ErrorCode.CONTROL_STORE_UNAVAILABLE, "broken");
      }
      store.queryUsage().add(tenantId, uses);
    }

    @Override
    public List<QueryUsage> mostUsed(String tenantId, Subject subject, int limit) {
      return store.queryUsage().mostUsed(tenantId, subject, limit);
    }
  }

  @Test
  void ignoresWhatIsNoName() {
    uses.note(TENANT, Subject.TEMPLATE, List.of("", " ", "a\nb", "x".repeat(201)));
    uses.save();

    assertThat(uses.mostUsed(TENANT, 10).templates()).isEmpty();
  }

  @Test
  void keepsABoundedNumberOfNames() {
    uses.note(
        TENANT,
        Subject.FIELD,
        IntStream.range(0, QueryUses.MOST_WAITING + 5).mapToObj(i -> "field" + i).toList());
    uses.note(TENANT, Subject.FIELD, List.of("field0", "field" + QueryUses.MOST_WAITING));
    uses.save();

    assertThat(uses.mostUsed(TENANT, 2).fields())
        .contains(new Entry("field0", 2, Instant.parse("2026-11-21T12:00:00Z")))
        .extracting(Entry::name)
        .doesNotContain("field" + QueryUses.MOST_WAITING);
    assertThat(metrics.get("winnow.query.uses.dropped").counter().count()).isEqualTo(6);
  }
}
