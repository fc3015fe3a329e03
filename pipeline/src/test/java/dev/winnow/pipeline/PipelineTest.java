package dev.winnow.pipeline;

import static dev.winnow.pipeline.LedgerAssert.assertBalanced;
import static dev.winnow.pipeline.LedgerAssert.assertCounted;
import static dev.winnow.pipeline.Scene.NOW_NANOS;
import static dev.winnow.pipeline.Scene.TENANT;
import static dev.winnow.pipeline.Scene.complete;
import static dev.winnow.pipeline.Scene.submission;
import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.Partition;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TemplateChange.Learned;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private final Scene scene = new Scene();

  @Test
  void makesABatchOfARequest() {
    Receipt receipt =
        scene.accept(complete("shop", "user 1 left"), complete("shop", "user 2 left"));

    assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
    assertThat(scene.store.batches()).hasSize(1);
    Batch batch = scene.store.batches().get(0);
    assertThat(batch.id()).isEmpty();
    assertThat(batch.partition())
        .isEqualTo(new Partition(LocalDate.parse("2026-11-21"), "default"));
    long templateId = batch.records().get(0).templateId();
    assertThat(batch.templates()).containsExactly(new Learned(templateId, "user <num> left"));
    assertThat(batch.counts())
        .containsExactly(
            new CountDelta(
                templateId, "shop", SeverityNumber.INFO, NOW_NANOS / 60_000_000_000L - 1, 2, 78));
    assertThat(batch.ledger())
        .containsExactly(new LedgerDelta("test", "shop", Reason.NO_POLICY, 2));
  }

  @Test
  void keepsACompleteRecordAsItIs() {
    LogRecord record = complete("shop", "user 1 left");

    scene.accept(record);

    assertThat(scene.single().kept().record()).isSameAs(record);
    assertThat(scene.single().kept().severityInferred()).isFalse();
  }

  @Test
  void takesARequestWithoutRecords() {
    Receipt receipt = scene.pipeline.accept(new Submission(TENANT, "test", "", List.of(), 3, 10));

    assertThat(receipt).isEqualTo(new Receipt(0, 0, 0));
    assertThat(scene.store.batches()).isEmpty();
    assertThat(scene.pipeline.balance().records()).isEqualTo(Map.of(Reason.INVALID, 3L));
    assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void tellsOfATemplateOnceItIsDurable() {
    scene.accept(complete("shop", "user 1 left"));
    scene.accept(complete("shop", "user 2 left"));

    assertThat(scene.store.batches().get(1).templates()).isEmpty();
  }

  @Test
  void tellsOfATemplateAgainThatWasInAFailedBatch() {
    scene.store.before(batch -> {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "no disk");
    });
    assertThatThrownBy(() -> scene.accept(complete("shop", "user 1 left"))).hasMessage("no disk");
    scene.store.before(batch -> {});

    scene.accept(complete("shop", "cache opened"));

    assertThat(scene.store.batches().get(1).templates())
        .extracting(change -> ((Learned) change).text())
        .containsExactly("user <num> left", "cache opened");
  }

  @Test
  void countsWhatTheStoreFailedToKeep() {
    scene.store.before(batch -> {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "no disk");
    });

    assertThatThrownBy(() -> scene.accept(complete("shop", "a"), complete("cart", "b")))
        .isInstanceOf(WinnowException.class);

    assertThat(scene.pipeline.balance().records()).isEqualTo(Map.of(Reason.STORAGE_FAILED, 2L));
    assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void countsARepeatedRequestAsDuplicates() {
    Submission submission = submission("key-1", List.of(complete("shop", "a"), text("b")));

    assertThat(scene.pipeline.accept(submission)).isEqualTo(new Receipt(2, 0, 0));
    scene.clock.advance(Duration.ofDays(1));
    assertThat(scene.pipeline.accept(submission)).isEqualTo(new Receipt(2, 2, 0));

    assertThat(scene.stored()).hasSize(2);
    assertThat(scene.pipeline.balance().of(Outcome.DUPLICATE)).isEqualTo(2);
    assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void tellsRequestsOfTenantsAndReceiversApart() {
    List<LogRecord> records = List.of(complete("shop", "a"));
    scene.pipeline.accept(new Submission("one", "http", "key", records, 0, 1));
    scene.pipeline.accept(new Submission("two", "http", "key", records, 0, 1));
    scene.pipeline.accept(new Submission("one", "grpc", "key", records, 0, 1));

    assertThat(scene.pipeline.balance().of(Outcome.STORED)).isEqualTo(3);
    assertThat(scene.store.batches().stream().map(Batch::id).distinct()).hasSize(3);
  }

  @Test
  void splitsARequestByRetentionClass() {
    Scene split =
        new Scene(Scene.CONFIG, (tenantId, record, templateId) -> "class-" + record.serviceName());
    LogRecord a = complete("a", "one");
    LogRecord b = complete("b", "two");

    split.pipeline.accept(submission("key", List.of(a, b, a)));

    assertThat(split.store.batches())
        .extracting(batch -> batch.partition().retentionClass(), batch -> batch.records().size())
        .containsExactly(tuple("class-a", 2), tuple("class-b", 1));
    assertThat(split.pipeline.accept(submission("key", List.of(a, b, a))))
        .isEqualTo(new Receipt(3, 3, 0));
    assertBalanced(split.pipeline, split.store);
  }

  @Test
  void countsEachPartOfASplitRequestByWhatBecameOfIt() {
    Scene split =
        new Scene(Scene.CONFIG, (tenantId, record, templateId) -> "class-" + record.serviceName());
    split.store.before(batch -> {
      if (batch.partition().retentionClass().equals("class-b")) {
        throw new WinnowException(ErrorCode.STORAGE_OVERLOADED, "full");
      }
    });

    assertThatThrownBy(() -> split.accept(complete("a", "one"), complete("b", "two")))
        .isInstanceOf(WinnowException.class);

    assertThat(split.pipeline.balance().records())
        .isEqualTo(Map.of(Reason.NO_POLICY, 1L, Reason.OVERLOADED, 1L));
    assertBalanced(split.pipeline, split.store);
  }

  @Test
  void countsWhatMetAFaultOfItsOwn() {
    scene.store.before(batch -> {
      throw new IllegalStateException("a fault");
    });

    assertThatThrownBy(() -> scene.accept(text("a"))).hasMessage("a fault");

    assertThat(scene.pipeline.balance().records()).isEqualTo(Map.of(Reason.INTERNAL_ERROR, 1L));
    assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void refusesWhatFindsNoRoomInTime() throws InterruptedException, ExecutionException {
    PipelineConfig small =
        new PipelineConfig(2, 1000, Duration.ofMillis(1), 2, 1, MinerSettings.DEFAULT);
    Scene full = new Scene(small, (tenantId, record, templateId) -> "default");
    CountDownLatch isInside = new CountDownLatch(1);
    CountDownLatch mayLeave = new CountDownLatch(1);
    full.store.before(batch -> {
      isInside.countDown();
      await(mayLeave);
    });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Receipt> first = threads.submit(() -> full.accept(text("a"), text("b")));
      await(isInside);

      assertThat(full.pipeline.inFlight()).isEqualTo(Map.of(TENANT, Map.of("test", 2L)));
      assertThatThrownBy(() -> full.accept(text("c")))
          .isInstanceOfSatisfying(
              WinnowException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_OVERLOADED));
      mayLeave.countDown();
      assertThat(first.get()).isEqualTo(new Receipt(2, 0, 0));
    }

    assertThat(full.pipeline.balance().records())
        .isEqualTo(Map.of(Reason.NO_POLICY, 2L, Reason.OVERLOADED, 1L));
    assertBalanced(full.pipeline, full.store);
    full.store.before(batch -> {});
    assertThat(full.accept(text("c"))).isEqualTo(new Receipt(1, 0, 0));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing came in half a minute");
      }
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void joinsTheLinesOfAStackTrace() {
    scene.accept(
        text("java.lang.IllegalStateException: no stock"),
        text("\tat shop.Stock.take(Stock.java:17)"),
        text("\tat shop.Cart.order(Cart.java:4)"),
        text("order 7 placed"));

    assertThat(scene.stored())
        .extracting(stored -> stored.kept().record().body().text())
        .containsExactly(
            """
            java.lang.IllegalStateException: no stock
            \tat shop.Stock.take(Stock.java:17)
            \tat shop.Cart.order(Cart.java:4)\
            """,
            "order 7 placed");
    assertThat(scene.stored().get(0).kept().record().severityNumber())
        .isEqualTo(SeverityNumber.ERROR);
    assertThat(scene.pipeline.balance().of(Outcome.JOINED)).isEqualTo(2);
    assertBalanced(scene.pipeline, scene.store);
    assertCounted(TENANT, scene.store);
  }

  @Test
  void goesOnWithWhatWasLearnedBefore() {
    for (String user : List.of("alice", "bob", "carol", "dave")) {
      scene.accept(complete("shop", "session opened for user " + user));
    }
    scene.pipeline.close();
    Pipeline next =
        new Pipeline(
            scene.store, Scene.CONFIG, (tenantId, record, templateId) -> "default", scene.clock);

    next.accept(submission(List.of(complete("shop", "session opened for user erin"))));

    List<StoredRecord> stored = scene.stored();
    long templateId = stored.get(stored.size() - 1).kept().templateId();
    assertThat(stored)
        .allSatisfy(record ->
            assertThat(scene.store.templates().resolve(TENANT, record.kept().templateId()))
                .isEqualTo(templateId));
    Batch last = scene.store.batches().get(scene.store.batches().size() - 1);
    assertThat(last.templates()).isEmpty();
    assertThat(next.unusableKnowledge()).isZero();
  }

  @Test
  void beginsWithNothingIfWhatWasSavedIsDamaged() {
    scene.store.templates().saveKnowledge(TENANT, "{\"format\":");

    assertThat(scene.accept(text("a"))).isEqualTo(new Receipt(1, 0, 0));
    assertThat(scene.pipeline.unusableKnowledge()).isEqualTo(1);
  }

  @Test
  void savesTheTemplatesOfATenantThatGivesWay() {
    PipelineConfig one =
        new PipelineConfig(100, 1000, Duration.ofSeconds(1), 1, 1, MinerSettings.DEFAULT);
    Scene small = new Scene(one, (tenantId, record, templateId) -> "default");
    small.pipeline.accept(new Submission("first", "test", "", List.of(text("a")), 0, 1));

    assertThat(small.store.templates().knowledge("first")).isEmpty();
    small.pipeline.accept(new Submission("second", "test", "", List.of(text("a")), 0, 1));

    assertThat(small.store.templates().knowledge("first")).isPresent();
  }

  /** One tenant's knowledge is lost then, and the records of the other are none the worse. */
  @Test
  void takesRecordsWhenThoseWhoGiveWayCannotBeSaved() {
    PipelineConfig one =
        new PipelineConfig(100, 1000, Duration.ofSeconds(1), 1, 1, MinerSettings.DEFAULT);
    Scene small = new Scene(one, (tenantId, record, templateId) -> "default");
    small.pipeline.accept(new Submission("first", "test", "", List.of(text("a")), 0, 1));
    small.store.makeReadOnly();

    assertThat(
            small.pipeline.accept(new Submission("second", "test", "", List.of(text("a")), 0, 1)))
        .isEqualTo(new Receipt(1, 0, 0));
    assertThat(small.pipeline.evictedTenants()).isEqualTo(1);
    assertThat(small.pipeline.failedSaves()).isEqualTo(1);
  }

  @Test
  void savesTheKnowledgeOfOtherTenantsWhereOneCannotBeSaved() {
    scene.pipeline.accept(new Submission("first", "test", "", List.of(text("a")), 0, 1));
    scene.pipeline.accept(new Submission("second", "test", "", List.of(text("a")), 0, 1));
    scene.store.makeReadOnly();

    assertThatThrownBy(scene.pipeline::saveKnowledge).hasMessage("read-only");

    assertThat(scene.pipeline.failedSaves()).isEqualTo(2);
  }

  @Test
  void shortensTheNamesOfServicesInTheLedgerOnly() {
    scene.accept(complete("s".repeat(1_000_000), "a"), complete("s".repeat(255) + "😀", "b"));

    assertThat(scene.store.ledger().entries())
        .extracting(LedgerEntry::serviceName)
        .containsExactly("s".repeat(256), "s".repeat(255));
    assertThat(scene.stored().getFirst().kept().record().serviceName()).hasSize(1_000_000);
    assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void countsRecordsThatTheLedgerIsNotToldOf() {
    scene.store.makeReadOnly();

    scene.pipeline.accept(new Submission(TENANT, "test", "", List.of(), 3, 10));

    assertThat(scene.pipeline.unwrittenLedgerRecords()).isEqualTo(3);
  }

  @Test
  void bringsRecordsToAnEndThatMeetAFaultBeforeTheyAreTaken() {
    scene.store.makeFaulty();

    assertThatThrownBy(() ->
            scene.pipeline.accept(new Submission(TENANT, "test", "", List.of(text("a")), 3, 10)))
        .hasMessage("a fault, as in a test");

    assertThat(scene.pipeline.inFlight()).isEmpty();
    assertThat(scene.pipeline.balance())
        .isEqualTo(new LedgerBalance(4, Map.of(Reason.INVALID, 3L, Reason.INTERNAL_ERROR, 1L), 0));
    assertThat(scene.pipeline.unwrittenLedgerRecords()).isEqualTo(4);
  }

  @Test
  void tellsTheStoreOfAllTemplatesWhenKnowledgeIsSaved() {
    scene.store.before(batch -> {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "no disk");
    });
    assertThatThrownBy(() -> scene.accept(complete("shop", "user 1 left"))).hasMessage("no disk");
    scene.store.before(batch -> {});

    scene.pipeline.saveKnowledge();

    assertThat(scene.store.templates().templates(TENANT))
        .extracting(template -> template.text())
        .containsExactly("user <num> left");
  }
}
