package dev.winnow.server.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Submission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class FeedTest {
  private static final Submission SUBMISSION =
      new Submission("acme", "file", "", List.of(LogRecord.builder().body("x").build()), 0, 1);

  private final GatedStore store = new GatedStore();
  private final Feed feed = store.feed();

  @Test
  void triesAgainUntilItIsStored() {
    store.fail(ErrorCode.STORAGE_OVERLOADED);

    assertThat(feed.store("me", SUBMISSION)).isTrue();

    assertThat(store.awaitBodies(1)).containsExactly("x");
    assertThat(store.accounts())
        .isEqualTo(Map.of("acme file overloaded", 1L, "acme file no_policy", 1L));
  }

  @Test
  void givesUpWhatCanNeverBeStored() {
    store.fail(ErrorCode.STORAGE_CORRUPT);

    assertThatThrownBy(() -> feed.store("me", SUBMISSION))
        .isInstanceOf(WinnowException.class)
        .hasMessage("as the test wants it");
  }

  @Test
  void givesUpWhenTheServerEnds() {
    for (int i = 0; i < 1000; i++) {
      store.fail(ErrorCode.STORAGE_UNAVAILABLE);
    }
    CompletableFuture<Boolean> stored =
        CompletableFuture.supplyAsync(() -> feed.store("me", SUBMISSION));
    store.awaitArrival();

    feed.close();

    assertThat(stored.join()).isFalse();
    assertThat(store.accounts()).containsEntry("acme file overloaded", 1L);
  }
}
