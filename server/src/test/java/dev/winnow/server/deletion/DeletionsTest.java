package dev.winnow.server.deletion;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.RecordEraser.Found;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog.Numbered;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.Deletion.State;
import dev.winnow.storage.control.DeletionStore;
import dev.winnow.storage.testkit.ForwardingLogStore;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.SampleRecords;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class DeletionsTest {
  private static final Selection LEAKS =
      new Selection(
          TENANT, new TimeSpan(0, 1L << 62), new Contains(Field.of("body"), "hunter2"), "");
  private static final Actor ANN = new Actor("t1", "Ann");

  private final InstantSource clock = InstantSource.fixed(SampleRecords.NOW);
  private final InMemoryControlStore control = new InMemoryControlStore(SampleRecords.NOW);
  private final Map<String, Set<Long>> forgotten = new ConcurrentHashMap<>();
  private final InMemoryLogStore store = new InMemoryLogStore(clock, 100);

  DeletionsTest() {
    append("login hunter2", "hello");
  }

  private void append(String... bodies) {
    for (String body : bodies) {
      store.writer().append(batch(record(0, "shop", SeverityNumber.INFO, body)));
    }
  }

  private Deletions deletions(LogStore from) {
    return new Deletions(
        from, (tenantId, ids) -> forgotten.put(tenantId, ids), control, clock, new Random(1));
  }

  private List<String> bodies() {
    return store.reader().since(TENANT, new RecordId(0, 0, 0), 10).stream()
        .map(stored -> stored.kept().record().body().text())
        .toList();
  }

  private List<AuditEntry> audit() {
    return control.auditLog().newest(TENANT, Long.MAX_VALUE, 10).stream()
        .map(Numbered::entry)
        .toList();
  }

  private Deletion awaitEnd(Deletion deletion) {
    Deletion now = deletion;
    while (now.state() == State.RUNNING) {
      Thread.onSpinWait();
      now = control.deletions().find(TENANT, deletion.id()).orElseThrow();
    }
    return now;
  }

  @Test
  void deletesWhatIsThereAndForgetsTheCondition() {
    try (Deletions deletions = deletions(store)) {
      Deletion done = awaitEnd(deletions.request(ANN, LEAKS, "a leak"));
      assertThat(done.state()).isEqualTo(State.DONE);
      assertThat(done.records()).isEqualTo(1);
      assertThat(done.fields()).containsExactly("body");
      assertThat(deletions.list(TENANT)).containsExactly(done);
      assertThat(control.deletions().condition(done.id())).isEmpty();
      assertThat(bodies()).containsExactly("hello");
      long login = SampleRecords.templateId(record(0, "", SeverityNumber.INFO, "login"));
      assertThat(forgotten).containsExactly(Map.entry(TENANT, Set.of(login)));
    }
  }

  @Test
  void auditsBeginAndEndWithoutTheCondition() {
    try (Deletions deletions = deletions(store)) {
      Deletion done = awaitEnd(deletions.request(ANN, LEAKS, "a leak"));
      assertThat(audit())
          .extracting(AuditEntry::action, AuditEntry::target, AuditEntry::details)
          .containsExactly(
              tuple("deletion.end", done.id(), "{\"records\":1}"),
              tuple(
                  "deletion.request",
                  done.id(),
                  "{\"reason\":\"a leak\",\"from\":\"1970-01-01T00:00:00.000000000Z\","
                      + "\"to\":\"2116-02-20T23:53:38.427387904Z\",\"fields\":[\"body\"]}"));
      assertThat(audit()).extracting(AuditEntry::actor).containsOnly(ANN);
    }
  }

  @Test
  void previewsWithoutDeleting() {
    try (Deletions deletions = deletions(store)) {
      assertThat(deletions.preview(LEAKS))
          .extracting(Count::serviceName, Count::records)
          .containsExactly(tuple("shop", 1L));
      assertThat(bodies()).hasSize(2);
      assertThat(audit()).isEmpty();
    }
  }

  /** Erases nothing until it is interrupted. */
  private static final class Stuck extends ForwardingLogStore {
    private final CountDownLatch isAtWork = new CountDownLatch(1);

    private Stuck(LogStore store) {
      super(store);
    }

    @Override
    public RecordEraser recordEraser() {
      return new RecordEraser() {
        @Override
        public List<Count> preview(Erasure erasure) {
          return List.of();
        }

        @Override
        public void erase(Erasure erasure, Consumer<Found> found) {
          found.accept(new Found(7, Set.of()));
          isAtWork.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException end) {
            throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted", end);
          }
        }
      };
    }
  }

  @Test
  void goesOnAfterARestartWithWhatWasThereAtTheRequest() throws InterruptedException {
    Stuck stuck = new Stuck(store);
    Deletion first;
    Deletion second;
    try (Deletions deletions = deletions(stuck)) {
      first = deletions.request(ANN, LEAKS, "one");
      second = deletions.request(ANN, LEAKS, "two");
      stuck.isAtWork.await();
    }
    assertThat(control.deletions().running()).hasSize(2);
    append("later hunter2");

    try (Deletions deletions = deletions(store)) {
      deletions.resume();
      assertThat(awaitEnd(first).records()).isEqualTo(7);
      assertThat(awaitEnd(second).records()).isZero();
    }
    assertThat(bodies()).containsExactly("hello", "later hunter2");
  }

  @Test
  void refusesMoreThanMayWait() throws InterruptedException {
    Stuck stuck = new Stuck(store);
    try (Deletions deletions = deletions(stuck)) {
      for (int i = 0; i < DeletionStore.MAX_RUNNING; i++) {
        deletions.request(ANN, LEAKS, "a leak");
      }
      stuck.isAtWork.await();
      assertThatThrownBy(() -> deletions.request(ANN, LEAKS, "a leak"))
          .isInstanceOfSatisfying(
              WinnowException.class,
              refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OVERLOADED));
      assertThat(audit()).hasSize(10);
    }
  }

  @Test
  void tellsWhyItFailed() {
    LogStore broken =
        new ForwardingLogStore(store) {
          @Override
          public RecordEraser recordEraser() {
            throw new WinnowException(ErrorCode.STORAGE_CORRUPT, "part 7 comes out as 1, not as 2");
          }
        };
    try (Deletions deletions = deletions(broken)) {
      Deletion failed = awaitEnd(deletions.request(ANN, LEAKS, "a leak"));
      assertThat(failed.state()).isEqualTo(State.FAILED);
      assertThat(failed.failure()).isEqualTo("storage_corrupt");
      assertThat(audit().getFirst().details()).isEqualTo("{\"failure\":\"storage_corrupt\"}");
      assertThat(control.deletions().condition(failed.id())).isEmpty();
    }
  }

  @Test
  void refusesAReasonThatIsNone() {
    try (Deletions deletions = deletions(store)) {
      assertThatThrownBy(() -> deletions.request(ANN, LEAKS, " "))
          .hasMessage("reason must not be blank");
      assertThat(audit()).isEmpty();
      assertThat(bodies()).hasSize(2);
    }
  }
}
