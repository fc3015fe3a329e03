package dev.winnow.pipeline;

import static dev.winnow.pipeline.Scene.TENANT;
import static dev.winnow.pipeline.Scene.complete;
import static dev.winnow.pipeline.Scene.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Volume;
import dev.winnow.storage.control.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuotaMetersTest {
  /** What {@link Scene#complete} makes of a body of four letters. */
  private static final long BYTES = RecordSize.of(complete("shop", "body"));

  private final List<Quota> quotas = new ArrayList<>();
  private final Scene scene =
      new Scene(Scene.CONFIG, (tenantId, record, templateId) -> "default", () -> quotas);

  private void set(Quota... all) {
    quotas.clear();
    quotas.addAll(Arrays.asList(all));
    scene.quotas.refresh();
  }

  private static Quota records(String service, long most) {
    return new Quota(TENANT, service, most, null, 80);
  }

  private static List<LogRecord> shop(int count) {
    return Collections.nCopies(count, complete("shop", "body"));
  }

  private Receipt send(int count) {
    return scene.pipeline.accept(submission(shop(count)));
  }

  private Volume used() {
    return scene.quotas.usage().getFirst().used();
  }

  @Test
  void keepsUpToTheLimitAndCountsTheRest() {
    set(records("shop", 10));

    assertThat(send(7)).isEqualTo(new Receipt(7, 0, 0));
    assertThat(send(7)).isEqualTo(new Receipt(7, 0, 4));
    assertThat(send(1)).isEqualTo(new Receipt(1, 0, 1));

    assertThat(scene.stored()).hasSize(10);
    assertThat(used()).isEqualTo(new Volume(10, 10 * BYTES));
    Batch second = scene.store.batches().get(1);
    assertThat(second.ledger())
        .containsExactly(
            new LedgerDelta("test", "shop", Reason.NO_POLICY, 3),
            new LedgerDelta("test", "shop", Reason.QUOTA, 4));
    assertThat(second.counts())
        .singleElement()
        .extracting(CountDelta::records, CountDelta::bytes)
        .containsExactly(7L, 7 * BYTES);
    assertThat(scene.pipeline.balance().records())
        .containsEntry(Reason.NO_POLICY, 10L)
        .containsEntry(Reason.QUOTA, 5L);
    LedgerAssert.assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void measuresBytesAsTheCountsDo() {
    set(new Quota(TENANT, "shop", null, 3 * BYTES + 1, 80));

    assertThat(send(5).overQuota()).isEqualTo(2);
    assertThat(used()).isEqualTo(new Volume(3, 3 * BYTES));
  }

  @Test
  void limitsAllServicesTogetherAndEachByItself() {
    set(records("", 4), records("shop", 3));

    LogRecord other = complete("cart", "body");
    assertThat(scene.accept(other, other).overQuota()).isZero();
    assertThat(send(3).overQuota()).isEqualTo(1);
    assertThat(scene.accept(other).overQuota()).isEqualTo(1);
    assertThat(scene.quotas.usage())
        .extracting(usage -> usage.quota().serviceName(), usage -> usage.used().records())
        .containsExactly(tuple("", 4L), tuple("shop", 2L));
  }

  @Test
  void isOfOneTenantOnly() {
    set(new Quota("other", "", 1L, null, 80));
    assertThat(send(5)).isEqualTo(new Receipt(5, 0, 0));
  }

  @ParameterizedTest
  @EnumSource(SeverityNumber.class)
  void keepsErrorsWhateverIsUsed(SeverityNumber severity) {
    set(records("", 1));
    send(1);
    LogRecord record =
        complete("shop", "body").toBuilder()
            .severityNumber(severity)
            .severityText(severity == SeverityNumber.UNSPECIFIED ? "odd" : "")
            .build();
    boolean isKept = severity.isError() || severity == SeverityNumber.UNSPECIFIED;

    assertThat(scene.accept(record).overQuota()).isEqualTo(isKept ? 0 : 1);
    assertThat(used().records()).isEqualTo(isKept ? 2 : 1);
  }

  @Test
  void keepsWhatTellsOfAnException() {
    set(records("", 1));
    send(1);
    LogRecord thrown =
        complete("shop", "retried").toBuilder()
            .attributes(
                Attributes.builder()
                    .put("exception.type", AnyValue.of("java.io.IOException"))
                    .build())
            .build();
    LogRecord trace =
        complete(
            "shop",
            """
            java.lang.IllegalStateException: gone
            \tat a.b.C.d(C.java:1)
            \tat a.b.C.e(C.java:2)
            """);
    LogRecord inferred = Scene.text("ERROR the disk is full");

    assertThat(scene.accept(thrown).overQuota()).isZero();
    assertThat(scene.accept(trace).overQuota()).isZero();
    assertThat(scene.accept(inferred).overQuota()).isZero();
    assertThat(scene.accept(Scene.text("all is well")).overQuota()).isEqualTo(1);
  }

  @Test
  void beginsAnewWithEachDay() {
    set(records("shop", 2));
    send(3);
    Instant midnight = scene.quotas.usage().getFirst().resetsAt();
    assertThat(midnight).isAfter(Scene.NOW).isBeforeOrEqualTo(Scene.NOW.plus(Duration.ofDays(1)));

    scene.clock.moveTo(midnight.minusNanos(1));
    assertThat(send(1).overQuota()).isEqualTo(1);
    scene.clock.moveTo(midnight);
    assertThat(used()).isEqualTo(Volume.NONE);
    assertThat(send(3).overQuota()).isEqualTo(1);
    assertThat(scene.quotas.usage().getFirst().resetsAt())
        .isEqualTo(midnight.plus(Duration.ofDays(1)));
  }

  @Test
  void goesOnAfterARestartWithWhatIsStored() {
    set(records("shop", 10));
    send(7);
    QuotaMeters fresh = new QuotaMeters(() -> quotas, scene.store, scene.clock);
    fresh.refresh();
    Pipeline next =
        new Pipeline(
            scene.store,
            Scene.CONFIG,
            (tenantId, record, templateId) -> "default",
            fresh,
            scene.clock);

    assertThat(fresh.usage().getFirst().used()).isEqualTo(new Volume(7, 7 * BYTES));
    assertThat(next.accept(submission(shop(7))).overQuota()).isEqualTo(4);
  }

  @Test
  void countsNothingTwiceThatIsSentAgain() {
    set(records("shop", 10));
    scene.pipeline.accept(submission("one", shop(6)));

    assertThat(scene.pipeline.accept(submission("one", shop(6)))).isEqualTo(new Receipt(6, 6, 0));
    assertThat(used().records()).isEqualTo(6);
    LedgerAssert.assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void givesBackWhatWasNotStored() {
    set(records("shop", 10));
    scene.store.before(batch -> {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "as in a test");
    });

    assertThatThrownBy(() -> send(6)).isInstanceOf(WinnowException.class);
    assertThat(used()).isEqualTo(Volume.NONE);
    scene.store.before(batch -> {});
    assertThat(send(10).overQuota()).isZero();
    LedgerAssert.assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void givesBackWhatWasTakenForARequestThatCannotBeMadeOf() {
    RetentionChoice faulty =
        (tenantId, record, templateId) -> {
          if (record.body().text().equals("odd")) {
            throw new IllegalStateException("a fault");
          }
          return record.body().text();
        };
    Scene faults = new Scene(Scene.CONFIG, faulty, () -> List.of(records("shop", 3)));
    faults.quotas.refresh();
    LogRecord body = complete("shop", "body");
    LogRecord other = complete("shop", "other");

    assertThatThrownBy(() -> faults.accept(body, other, complete("shop", "odd")))
        .hasMessage("a fault");
    assertThat(faults.quotas.usage().getFirst().used()).isEqualTo(Volume.NONE);
    assertThat(faults.accept(body, other, body).overQuota()).isZero();
    LedgerAssert.assertBalanced(faults.pipeline, faults.store);
  }

  @Test
  void isUsedUpWhenARecordFindsNoRoomUntilTheNextDay() {
    set(new Quota(TENANT, "shop", null, 3 * BYTES + 1, 80), records("", 100));
    send(3);
    assertThat(usedUp()).isEmpty();

    send(1);
    assertThat(usedUp()).containsExactly("shop");
    scene.quotas.refresh();
    assertThat(usedUp()).containsExactly("shop");

    scene.clock.moveTo(scene.quotas.usage().getFirst().resetsAt());
    assertThat(usedUp()).isEmpty();
  }

  @Test
  void isUsedUpByErrorsTooAndNotAfterItHasGrown() {
    set(records("shop", 1));
    LogRecord error =
        complete("shop", "body").toBuilder().severityNumber(SeverityNumber.ERROR).build();
    scene.accept(error);
    assertThat(usedUp()).isEmpty();
    scene.accept(error);
    assertThat(usedUp()).containsExactly("shop");

    set(records("shop", 3));
    assertThat(usedUp()).isEmpty();
  }

  private List<String> usedUp() {
    return scene.quotas.usage().stream()
        .filter(QuotaUsage::isUsedUp)
        .map(usage -> usage.quota().serviceName())
        .toList();
  }

  @Test
  void changesWhileItRuns() {
    send(4);
    set(records("shop", 5));
    assertThat(used()).isEqualTo(new Volume(4, 4 * BYTES));
    assertThat(send(3).overQuota()).isEqualTo(2);

    set(records("shop", 8), records("cart", 1));
    assertThat(send(5).overQuota()).isEqualTo(2);

    set(records("shop", 1));
    assertThat(send(1).overQuota()).isEqualTo(1);
    assertThat(used().records()).isEqualTo(8);

    set();
    assertThat(send(9).overQuota()).isZero();
    assertThat(scene.quotas.usage()).isEmpty();
  }

  @Test
  void passesNoLimitThoughManySend() throws InterruptedException {
    set(records("shop", 1_000));
    try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 200; i++) {
        senders.execute(() -> send(7));
      }
      senders.shutdown();
      assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(scene.stored()).hasSize(1_000);
    assertThat(scene.pipeline.balance().records())
        .containsEntry(Reason.NO_POLICY, 1_000L)
        .containsEntry(Reason.QUOTA, 400L);
    LedgerAssert.assertBalanced(scene.pipeline, scene.store);
  }

  @Test
  void tellsTheShareOfTheNearerLimit() {
    set(new Quota(TENANT, "shop", 100L, 4 * BYTES, 80));
    send(3);
    assertThat(scene.quotas.usage().getFirst().share()).isEqualTo(0.75);
  }
}
