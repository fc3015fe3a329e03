package dev.winnow.server.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.Volume;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LimitedReaderTest {
  /** Answers counts for {@code slow} only when it is let go on. */
  private static final class GatedReader implements LogReader {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Override
    public List<Count> counts(CountQuery query) {
      begun.countDown();
      if (query.selection().tenantId().equals("slow")) {
        await(mayEnd);
      }
      return List.of();
    }

    @Override
    public List<StoredRecord> search(RecordQuery query) {
      return List.of();
    }

    @Override
    public Optional<StoredRecord> find(String tenantId, RecordId id) {
      return Optional.empty();
    }

    @Override
    public List<StoredRecord> around(ContextQuery query) {
      return List.of();
    }

    @Override
    public boolean isCounted(CountQuery query) {
      return true;
    }

    @Override
    public Facet facet(FacetQuery query) {
      throw new IllegalArgumentException("no such field");
    }

    @Override
    public List<StoredRecord> since(String tenantId, RecordId after, int limit) {
      return List.of();
    }

    @Override
    public Map<String, Volume> volumes(String tenantId, LocalDate day) {
      return Map.of();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final GatedReader store = new GatedReader();
  private final LimitedReader reader = new LimitedReader(store, 1, Duration.ofMillis(1));

  @Test
  void refusesOneTooManyOfATenantOnly() {
    CountQuery slow = CountQuery.total(Selection.all("slow"));
    CompletableFuture<List<Count>> first = CompletableFuture.supplyAsync(() -> reader.counts(slow));
    await(store.begun);

    assertThatThrownBy(() -> reader.counts(slow))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED))
        .hasMessage("1 queries are at work, as many as are answered at a time");
    assertThat(reader.counts(CountQuery.total(Selection.all("other")))).isEmpty();
    assertThat(reader.isCounted(slow)).isTrue();

    store.mayEnd.countDown();
    assertThat(first.join()).isEmpty();
    assertThat(reader.counts(slow)).isEmpty();
  }

  @Test
  void givesItsPlaceBackAfterAFailure() {
    FacetQuery wrong = new FacetQuery(Selection.all("acme"), Field.of("body"), 1);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> reader.facet(wrong)).hasMessage("no such field");
    }
  }
}
