package dev.winnow.server.flow;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.Submission;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlowMetricsTest {
  private final MovableClock clock = new MovableClock(NOW);
  private final InMemoryLogStore store = new InMemoryLogStore(clock, 1_000_000);
  private final Pipeline pipeline =
      new Pipeline(
          store, PipelineConfig.of(1, 1 << 30), (tenantId, record, templateId) -> "default", clock);
  private final PipelineMetrics counts = new PipelineMetrics(pipeline);

  private String scrape() {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    metrics.getPrometheusRegistry().register(new LedgerMetrics(store.ledger(), pipeline));
    counts.register(metrics);
    return metrics.scrape();
  }

  private void accept(String receiver) {
    List<LogRecord> records = List.of(LogRecord.builder().body("a").build());
    pipeline.accept(new Submission(TENANT, receiver, "", records, 2, 1));
  }

  @Test
  void tellsOfRecordsByTenantAndReceiverAlsoWhenNoneIsOnItsWay() {
    accept("json_lines");
    accept("otlp_http");

    assertThat(scrape())
        .contains(
            """
            winnow_records_in_flight{receiver="json_lines",tenant_id="acme"} 0.0
            winnow_records_in_flight{receiver="otlp_http",tenant_id="acme"} 0.0
            """)
        .contains(
            "\nwinnow_records_total{outcome=\"malformed\",reason=\"invalid\","
                + "receiver=\"otlp_http\",service_name=\"\",tenant_id=\"acme\"} 2.0\n");
  }

  @Test
  void tellsWhatWasLostBesideRecords() {
    assertThat(counts.hasLosses()).isFalse();
    store.templates().saveKnowledge(TENANT, "{");

    accept("json_lines");

    assertThat(counts.hasLosses()).isTrue();
    assertThat(scrape())
        .contains(
            "\nwinnow_template_knowledge_unusable_total 1.0\n",
            "\nwinnow_template_knowledge_save_failures_total 0.0\n",
            "\nwinnow_template_changes_lost_total 0.0\n",
            "\nwinnow_template_tenants_evicted_total 0.0\n",
            "\nwinnow_ledger_unwritten_records_total 0.0\n");
  }
}
