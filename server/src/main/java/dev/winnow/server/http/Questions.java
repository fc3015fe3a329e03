package dev.winnow.server.http;

import dev.winnow.server.export.Exports;
import dev.winnow.server.overview.Ledger;
import dev.winnow.server.overview.Metrics;
import dev.winnow.server.overview.Statistics;
import dev.winnow.server.reading.LimitedReader;
import dev.winnow.server.records.Facets;
import dev.winnow.server.records.Fields;
import dev.winnow.server.records.Histograms;
import dev.winnow.server.records.Records;
import dev.winnow.server.templates.Exemplars;
import dev.winnow.server.templates.TemplateComparison;
import dev.winnow.server.templates.Templates;
import dev.winnow.server.templates.Variables;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.TemplateStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** All questions that can be asked about one store. */
public record Questions(
    Records records,
    Exports exports,
    Facets facets,
    Fields fields,
    Histograms histograms,
    Templates templates,
    Exemplars exemplars,
    Variables variables,
    TemplateComparison comparison,
    Statistics statistics,
    Metrics metrics,
    Ledger ledger) {
  /** How long one too many waits for its turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Questions about a store, so many of each tenant at a time.
   *
   * @param inFlight tells of a tenant how many records are on their way, by receiver
   */
  public static Questions about(
      LogStore store, int perTenant, Function<String, Map<String, Long>> inFlight) {
    LogReader reader = new LimitedReader(store.reader(), perTenant, PATIENCE);
    TemplateStore templates = store.templates();
    return new Questions(
        new Records(reader),
        new Exports(store.reader(), RecordJson::of),
        new Facets(reader),
        new Fields(reader),
        new Histograms(reader),
        new Templates(reader, templates),
        new Exemplars(reader, templates),
        new Variables(reader, templates),
        new TemplateComparison(reader, templates),
        new Statistics(reader),
        new Metrics(reader, store),
        new Ledger(store.ledger(), inFlight));
  }
}
