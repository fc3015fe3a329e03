package dev.winnow.server.flow;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.QuotaMeters;
import dev.winnow.pipeline.Submission;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuotaWatchTest {
  private static final Logger LOGGER = Logger.getLogger(QuotaWatch.class.getName());

  private final List<String> warnings = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(java.util.logging.LogRecord warning) {
          warnings.add(
              new MessageFormat(warning.getMessage(), Locale.ROOT).format(warning.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final MovableClock clock = new MovableClock(NOW);
  private final InMemoryLogStore store = new InMemoryLogStore(clock, 1_000_000);
  private final List<Quota> quotas = new ArrayList<>();
  private final QuotaMeters meters = new QuotaMeters(() -> quotas, store, clock);
  private final QuotaWatch watch = new QuotaWatch(meters);
  private final Pipeline pipeline =
      new Pipeline(
          store,
          PipelineConfig.of(1, 1 << 30),
          (tenantId, record, templateId) -> "default",
          meters,
          clock);

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void end() {
    LOGGER.removeHandler(handler);
  }

  private void send(int count) {
    LogRecord record = LogRecord.builder().severityText("info").body("said").build();
    pipeline.accept(new Submission(TENANT, "test", "", Collections.nCopies(count, record), 0, 100));
    watch.warn();
  }

  private long bytesOfOne() {
    quotas.add(new Quota(TENANT, "", Long.MAX_VALUE, null, 100));
    meters.refresh();
    send(1);
    return meters.usage().getFirst().used().bytes();
  }

  private void allowBytes(long bytes) {
    quotas.set(0, new Quota(TENANT, "", null, bytes, 75));
    meters.refresh();
  }

  @Test
  void warnsOnceWhenLittleIsLeftAndOnceWhenBytesAreUsedUp() {
    allowBytes(10 * bytesOfOne() + 1);

    send(6);
    assertThat(warnings).isEmpty();
    send(1);
    send(2);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("tenant acme, all services: 80% of the quota for today are used; it begins ");

    warnings.clear();
    send(1);
    send(1);
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains(
            " of the quota for today are used; what is no error and has no room is counted, ");
  }

  @Test
  void warnsAgainOnTheNextDay() {
    allowBytes(bytesOfOne());
    send(1);
    warnings.clear();

    clock.moveTo(meters.usage().getFirst().resetsAt());
    watch.warn();
    assertThat(warnings).isEmpty();
    send(2);
    assertThat(warnings).hasSize(1);
  }
}
