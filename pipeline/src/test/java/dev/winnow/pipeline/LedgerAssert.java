package dev.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Selection;
import java.util.EnumMap;
import java.util.Map;

/** What holds of the accounts of a pipeline and its store at any moment of rest. */
final class LedgerAssert {
  private LedgerAssert() {}

  /** The pipeline's account balances, and the store's is the same. */
  static void assertBalanced(Pipeline pipeline, LogStore store) {
    LedgerBalance balance = pipeline.balance();
    assertThat(balance.isBalanced()).as("balanced: %s", balance).isTrue();
    assertThat(balance.inFlight()).isZero();
    Map<Reason, Long> stored = new EnumMap<>(Reason.class);
    for (LedgerEntry entry : store.ledger().entries()) {
      stored.merge(entry.reason(), entry.records(), Long::sum);
    }
    assertThat(stored).isEqualTo(balance.records());
  }

  /** The counts of a tenant have every stored record in one template. */
  static void assertCounted(String tenantId, LogStore store) {
    Selection all = Selection.all(tenantId);
    long records = total(store, CountQuery.total(all));
    long stored =
        store.ledger().entries(tenantId).stream()
            .filter(entry -> entry.reason().outcome() == Outcome.STORED)
            .mapToLong(LedgerEntry::records)
            .sum();
    assertThat(records).isEqualTo(stored);
    for (Count count : store.reader().counts(CountQuery.by(all, Dimension.TEMPLATE))) {
      assertThat(store.templates().template(tenantId, count.templateId()))
          .as("template %x of %d records", count.templateId(), count.records())
          .isPresent();
    }
  }

  private static long total(LogStore store, CountQuery query) {
    return store.reader().counts(query).stream().mapToLong(Count::records).sum();
  }
}
