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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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
    assertThat(store.accounts()).isEqualTo(Map.of("acme file no_policy", 1L));
    assertThat(store.pipeline.balance().received()).isEqualTo(1);
  }

  @Test
  void givesUpWhatCanNeverBeStored() {
    store.fail(ErrorCode.STORAGE_CORRUPT);

    assertThatThrownBy(() -> feed.store("me", SUBMISSION))
        .isInstanceOf(WinnowException.class)
        .hasMessage("as the test wants it");
  }

  private CompletableFuture<Boolean> endsWhileTrying(Predicate<Submission> attempt) {
    for (int i = 0; i < 1000; i++) {
      store.fail(ErrorCode.STORAGE_OVERLOADED);
    }
    CompletableFuture<Boolean> stored =
        CompletableFuture.supplyAsync(() -> attempt.test(SUBMISSION));
    store.awaitArrival();
    assertThat(store.pipeline.inFlight()).isEqualTo(Map.of("acme", Map.of("file", 1L)));
    feed.close();
    return stored;
  }

  @Test
  void countsWhatIsLostWhenTheServerEnds() {
    assertThat(endsWhileTrying(submission -> feed.store("me", submission)).join()).isFalse();
    assertThat(store.accounts()).isEqualTo(Map.of("acme file overloaded", 1L));
  }

  @Test
  void givesUpWhatNobodyBringsAnyMore() {
    for (int i = 0; i < 1000; i++) {
      store.fail(ErrorCode.STORAGE_UNAVAILABLE);
    }
    AtomicBoolean isGone = new AtomicBoolean();
    CompletableFuture<Boolean> stored =
        CompletableFuture.supplyAsync(() -> feed.storeOrLeave("me", SUBMISSION, isGone::get));
    store.awaitArrival();
    store.awaitArrival();
    assertThat(stored).isNotDone();
    isGone.set(true);

    assertThat(stored.join()).isFalse();
    assertThat(store.accounts()).isEmpty();
    assertThat(store.pipeline.inFlight()).isEmpty();
  }

  @Test
  void countsNothingOfWhatComesAgain() {
    assertThat(endsWhileTrying(submission -> feed.storeOrLeave("me", submission)).join()).isFalse();
    assertThat(store.accounts()).isEmpty();
    assertThat(store.pipeline.balance().received()).isZero();
    assertThat(store.pipeline.balance().inFlight()).isZero();
  }

  @Test
  void countsNothingOfWhatComesAgainThoughItFailsForGood() {
    store.fail(ErrorCode.STORAGE_CORRUPT);

    assertThatThrownBy(() -> feed.storeOrLeave("me", SUBMISSION))
        .isInstanceOf(WinnowException.class);
    assertThat(store.accounts()).isEmpty();
    assertThat(feed.storeOrLeave("me", SUBMISSION)).isTrue();
    assertThat(store.accounts()).isEqualTo(Map.of("acme file no_policy", 1L));
  }

  /** Records of several classes are several batches; those that are stored are not stored again. */
  @Test
  void goesOnWithTheBatchThatFailed() {
    Submission two =
        new Submission(
            "acme",
            "syslog",
            "",
            List.of(
                LogRecord.builder().body("x").build(),
                LogRecord.builder().body(GatedStore.OF_ANOTHER_CLASS).build()),
            0,
            1);
    store.failAfterNext(ErrorCode.STORAGE_UNAVAILABLE);

    assertThat(feed.store("me", two)).isTrue();

    assertThat(store.awaitBodies(2)).containsExactlyInAnyOrder("x", GatedStore.OF_ANOTHER_CLASS);
    assertThat(store.accounts()).isEqualTo(Map.of("acme syslog no_policy", 2L));
  }
}
