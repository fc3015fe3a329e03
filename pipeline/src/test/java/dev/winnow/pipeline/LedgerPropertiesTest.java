package dev.winnow.pipeline;

import static dev.winnow.pipeline.LedgerAssert.assertBalanced;
import static dev.winnow.pipeline.LedgerAssert.assertCounted;
import static dev.winnow.pipeline.Scene.TENANT;
import static dev.winnow.pipeline.Scene.complete;
import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Outcome;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The ledger balances whatever happens, in whatever order. */
class LedgerPropertiesTest {
  private static final int REQUESTS = 40;
  private static final List<String> NAMES =
      List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy");

  /** Room for few, who hardly wait, so that some requests are refused when many come at once. */
  private static final PipelineConfig NARROW =
      new PipelineConfig(30, 1000, Duration.ofMillis(1), 2, 2, MinerSettings.DEFAULT);

  @Property(tries = 60)
  void balancesAfterAnyRequests(@ForAll long seed) {
    Scene scene = scene(seed);
    for (Submission submission : submissions(seed)) {
      send(scene, submission);
    }

    assertBalanced(scene.pipeline, scene.store);
    assertAllRecordsAreCounted(scene);
  }

  @Property(tries = 20)
  void balancesAfterAnyRequestsAtTheSameTime(@ForAll long seed)
      throws InterruptedException, ExecutionException {
    Scene scene = scene(seed);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> sent =
          submissions(seed).stream()
              .map(submission -> threads.submit(() -> send(scene, submission)))
              .toList();
      for (Future<?> each : sent) {
        each.get();
      }
    }

    assertBalanced(scene.pipeline, scene.store);
    scene.store.before(batch -> {});
    scene.pipeline.saveKnowledge();
    assertAllRecordsAreCounted(scene);
  }

  @Test
  void knowsTheTemplateOfEveryRecordAfterMerges() {
    Scene scene = new Scene();
    for (String name : NAMES) {
      scene.accept(
          complete("shop", "session opened for user " + name),
          complete("shop", "cache " + name + " was flushed by " + name + "x"));
    }
    scene.pipeline.saveKnowledge();

    assertCounted(TENANT, scene.store);
    assertThat(
            scene.stored().stream()
                .map(stored -> scene.store.templates().resolve(TENANT, stored.kept().templateId()))
                .distinct())
        .hasSize(2);
  }

  private static Scene scene(long seed) {
    Scene scene =
        new Scene(NARROW, (tenantId, record, templateId) -> "class" + record.serviceName());
    AtomicInteger appended = new AtomicInteger();
    scene.store.before(batch -> {
      if (Math.floorMod(seed + appended.incrementAndGet(), 7) == 0) {
        throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "no disk");
      }
    });
    return scene;
  }

  private static void send(Scene scene, Submission submission) {
    try {
      Receipt receipt = scene.pipeline.accept(submission);
      assertThat(receipt.accepted()).isEqualTo(submission.records().size());
      assertThat(receipt.duplicates()).isBetween(0L, receipt.accepted());
    } catch (WinnowException refused) {
      assertThat(refused.code().kind()).isEqualTo(ErrorCode.Kind.TRANSIENT);
    }
  }

  private static List<Submission> submissions(long seed) {
    Random random = new Random(seed);
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      List<LogRecord> records = new ArrayList<>();
      for (int j = random.nextInt(8); j > 0; j--) {
        records.add(record(random));
      }
      String identity = random.nextInt(3) == 0 ? "key-" + random.nextInt(3) : "";
      submissions.add(
          new Submission(
              random.nextInt(4) == 0 ? "other" : TENANT,
              random.nextBoolean() ? "http" : "grpc",
              identity,
              records,
              random.nextInt(3),
              random.nextInt(300)));
    }
    return submissions;
  }

  private static LogRecord record(Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> complete("a", "session opened for user " + name);
      case 1 -> complete("b", "order " + random.nextInt() + " took " + random.nextInt(9) + " ms");
      case 2 -> text("java.lang.IllegalStateException: " + name);
      case 3 -> text("\tat shop.Stock.take(Stock.java:17)");
      default -> text("{\"level\":\"warn\",\"msg\":\"" + name + "\",\"password\":\"x\"}");
    };
  }

  /** Each batch counts its own records, and the store has those of the durable ones. */
  private static void assertAllRecordsAreCounted(Scene scene) {
    for (Batch batch : scene.store.batches()) {
      assertThat(batch.counts().stream().mapToLong(CountDelta::records).sum())
          .isEqualTo(batch.records().size());
      assertThat(batch.counts().stream().mapToLong(CountDelta::bytes).sum())
          .isEqualTo(batch.records().stream().mapToLong(kept -> kept.bytes()).sum());
    }
    assertCounted(TENANT, scene.store);
    assertCounted("other", scene.store);
    assertThat(scene.pipeline.balance().of(Outcome.STORED)).isPositive();
  }
}
