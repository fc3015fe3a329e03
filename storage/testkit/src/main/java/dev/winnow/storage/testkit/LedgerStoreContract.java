package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.LedgerStore} does. */
public abstract class LedgerStoreContract extends LogStoreContract {
  @Test
  void addsUpWhatBatchesBring() {
    append(record(0, "a", SeverityNumber.INFO, "x"), record(0, "b", SeverityNumber.INFO, "y"));
    append(record(0, "a", SeverityNumber.INFO, "z"));

    assertThat(store.ledger().entries(TENANT))
        .containsExactlyInAnyOrder(
            new LedgerEntry(TENANT, "test", "a", Reason.NO_POLICY, 2),
            new LedgerEntry(TENANT, "test", "b", Reason.NO_POLICY, 1));
  }

  @Test
  void addsUpWhatNoBatchBrings() {
    store.ledger().add(TENANT, List.of(new LedgerDelta("http", "a", Reason.OVERLOADED, 5)));
    store.ledger().add(TENANT, List.of(new LedgerDelta("http", "a", Reason.OVERLOADED, 2)));
    store.ledger().add("other", List.of(new LedgerDelta("http", "a", Reason.INVALID, 1)));

    assertThat(store.ledger().entries())
        .containsExactlyInAnyOrder(
            new LedgerEntry(TENANT, "http", "a", Reason.OVERLOADED, 7),
            new LedgerEntry("other", "http", "a", Reason.INVALID, 1));
  }
}
