package dev.winnow.server.flow;

import dev.winnow.pipeline.Pipeline;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What a pipeline counts beside records. */
final class PipelineMetrics {
  private final Pipeline pipeline;

  PipelineMetrics(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  void register(MeterRegistry metrics) {
    register(
        "winnow.ledger.unwritten.records",
        "Records whose end the ledger does not tell, as it could not be written",
        Pipeline::unwrittenLedgerRecords,
        metrics);
    register(
        "winnow.template.changes.lost",
        "Changes of templates of which the store was not told, as too many waited",
        Pipeline::lostTemplateChanges,
        metrics);
    register(
        "winnow.template.knowledge.unusable",
        "Times that what was learned of a tenant's templates could not be read",
        Pipeline::unusableKnowledge,
        metrics);
    register(
        "winnow.template.knowledge.save.failures",
        "Times that what was learned of a tenant's templates could not be saved",
        Pipeline::failedSaves,
        metrics);
    register(
        "winnow.template.tenants.evicted",
        "Times that the templates of a quiet tenant were put out of memory",
        Pipeline::evictedTenants,
        metrics);
  }

  /** Whether any of them counts what is not found again by itself. */
  boolean hasLosses() {
    return pipeline.unwrittenLedgerRecords() > 0
        || pipeline.lostTemplateChanges() > 0
        || pipeline.unusableKnowledge() > 0;
  }

  private void register(
      String name, String meaning, ToDoubleFunction<Pipeline> count, MeterRegistry metrics) {
    FunctionCounter.builder(name, pipeline, count).description(meaning).register(metrics);
  }
}
