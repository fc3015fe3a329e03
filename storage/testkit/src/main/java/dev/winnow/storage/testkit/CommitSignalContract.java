package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.CommitSignal} does. */
public abstract class CommitSignalContract extends LogStoreContract {
  /** Longer than any machine takes, so that a test that fails ends all the same. */
  private static final Duration LONG = Duration.ofMinutes(2);

  private static Batch of(String tenantId) {
    return batch(tenantId, "", TODAY, List.of(record(0, "cart", SeverityNumber.INFO, "Added")));
  }

  @Test
  void tellsTheLastCommitOfAnyTenant() {
    long before = store.commitSignal().last();
    append(of(TENANT));
    long last = store.writer().append(of("other")).sequence();

    assertThat(store.commitSignal().last()).isEqualTo(last).isEqualTo(before + 2);
  }

  @Test
  void returnsAtOnceIfThereIsSomethingNew() throws InterruptedException {
    long before = store.commitSignal().last();
    long sequence = store.writer().append(of(TENANT)).sequence();

    assertThat(store.commitSignal().await(before, LONG)).isEqualTo(sequence);
  }

  @Test
  void wakesThoseWhoWaitForACommit() {
    long before = store.commitSignal().last();
    CompletableFuture<List<StoredRecord>> found =
        CompletableFuture.supplyAsync(() -> await(before)).thenApply(this::upTo);
    append(of(TENANT));

    assertThat(bodies(found.join())).containsExactly("Added");
  }

  private long await(long after) {
    try {
      return store.commitSignal().await(after, LONG);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private List<StoredRecord> upTo(long sequence) {
    return store.reader().since(TENANT, new RecordId(0, 0, 0), 10).stream()
        .filter(record -> record.id().sequence() <= sequence)
        .toList();
  }

  @Test
  void returnsTheSameCommitIfNothingCame() throws InterruptedException {
    long last = store.writer().append(of(TENANT)).sequence();

    assertThat(store.commitSignal().await(last, Duration.ofMillis(1))).isEqualTo(last);
  }
}
