package dev.winnow.server.flow;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.QuotaMeters;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Retention;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.config.ReceiversConfig;
import dev.winnow.server.config.StorageConfig;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.server.listen.GrpcRoute;
import dev.winnow.server.listen.HttpRoute;
import dev.winnow.server.receiver.BulkRoute;
import dev.winnow.server.receiver.ElasticsearchProbeRoute;
import dev.winnow.server.receiver.Feed;
import dev.winnow.server.receiver.JournalRoute;
import dev.winnow.server.receiver.JsonLinesRoute;
import dev.winnow.server.receiver.LokiRoute;
import dev.winnow.server.receiver.OtherSignalRoute;
import dev.winnow.server.receiver.OtlpGrpcRoute;
import dev.winnow.server.receiver.OtlpHttpRoute;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Segment;
import dev.winnow.storage.SnapshotStore;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.duckdb.query.QueryLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The store with what leads to it: receivers decode, the pipeline decides, the store keeps. */
public final class RecordFlow implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(RecordFlow.class.getName());
  private static final int STORE_QUERIES = 16;

  /** The memory of a record that was never encoded, about. */
  private static final int RECORD_BYTES = 1_000;

  private final DuckDbLogStore store;
  private final Pipeline pipeline;
  private final Clock clock;
  private final int processors;
  private final Retention retention;
  private final QuotaMeters meters;
  private final QuotaWatch watch;

  private RecordFlow(DuckDbLogStore store, ControlStore control, int processors, Clock clock) {
    RetentionClassCache classes = new RetentionClassCache(control.retentionClasses());
    this.store = store;
    this.clock = clock;
    this.processors = processors;
    retention = new Retention(store.segmentStore(), classes::refresh, clock);
    PipelineConfig config = PipelineConfig.of(processors, Runtime.getRuntime().maxMemory());
    meters = new QuotaMeters(control.quotas()::all, store, clock);
    watch = new QuotaWatch(meters);
    pipeline = new Pipeline(store, config, classes, meters, clock);
  }

  /**
   * Opens the store of a directory.
   *
   * @param control says for how long records are kept, and how many
   * @param processors how many requests are worked on at the same time
   */
  public static RecordFlow open(
      Path directory,
      StorageConfig storage,
      ControlStore control,
      PrometheusMeterRegistry metrics,
      int processors,
      Clock clock) {
    QueryLimits queries = new QueryLimits(STORE_QUERIES, storage.queryTimeout());
    StoreSettings settings =
        StoreSettings.DEFAULT.with(storage.memory().bytes(), processors, queries);
    DuckDbLogStore store = DuckDbLogStore.open(directory, clock, settings);
    RecordFlow flow = new RecordFlow(store, control, processors, clock);
    flow.beginMeasuring();
    metrics.getPrometheusRegistry().register(new LedgerMetrics(store.ledger(), flow.pipeline));
    metrics.getPrometheusRegistry().register(new StoreMetrics(store.segmentStore()));
    metrics.getPrometheusRegistry().register(flow.watch);
    new PipelineMetrics(flow.pipeline).register(metrics);
    return flow;
  }

  /** Without the quotas everything is kept. */
  private void beginMeasuring() {
    try {
      meters.refresh();
    } catch (WinnowException failure) {
      LOGGER.log(Level.WARNING, "there are no quotas until they can be read", failure);
    }
  }

  private void watchQuotas() {
    meters.refresh();
    watch.warn();
  }

  /** What is to be done every minute or so, each for itself. */
  public List<Runnable> upkeep() {
    return List.of(pipeline::saveKnowledge, this::applyRetention, this::watchQuotas);
  }

  private void applyRetention() {
    for (Segment dropped : retention.apply()) {
      LOGGER.log(
          Level.INFO,
          "dropped {0} with {1} records, as its retention class says",
          dropped.name(),
          dropped.records());
    }
  }

  /** How much of each quota is used. */
  public QuotaMeters meters() {
    return meters;
  }

  /** Where the records are. */
  public LogStore store() {
    return store;
  }

  /** Forgets templates that no record is to have any more. */
  public void forgetTemplates(String tenantId, Set<Long> templateIds) {
    pipeline.forgetTemplates(tenantId, templateIds);
  }

  /** What gives out the files of the records. */
  public SnapshotStore snapshots() {
    return store.snapshots();
  }

  /** The records of a tenant that are on their way, by the receiver they came by. */
  public Map<String, Long> inFlight(String tenantId) {
    return pipeline.inFlight().getOrDefault(tenantId, Map.of());
  }

  /** Whether anything of the accounts was lost since the start. */
  public boolean hasLosses() {
    return new PipelineMetrics(pipeline).hasLosses();
  }

  /**
   * What takes in records that the server makes itself, for the default tenant; it returns when
   * they are stored.
   *
   * @param name by which the ledger knows it
   */
  public Consumer<List<LogRecord>> receiver(String name) {
    return records -> {
      long bytes = (long) RECORD_BYTES * records.size();
      Receipt _ = pipeline.accept(new Submission(Tenant.DEFAULT_ID, name, "", records, 0, bytes));
    };
  }

  /** What takes in records on the port of OTLP over HTTP. */
  public Map<String, HttpRoute> otlpRoutes() {
    Map<String, HttpRoute> routes = new HashMap<>();
    routes.put(OtlpHttpRoute.PATH, new OtlpHttpRoute(pipeline, DecodeLimits.DEFAULT, processors));
    OtherSignalRoute others = new OtherSignalRoute();
    OtherSignalRoute.PATHS.forEach(path -> routes.put(path, others));
    return routes;
  }

  /**
   * What takes in records on the port of the API.
   *
   * @param feed what takes them from bodies that are read as they come
   */
  public Map<String, HttpRoute> apiRoutes(
      ReceiversConfig receivers, Feed feed, MeterRegistry metrics) {
    Map<String, HttpRoute> routes = otlpRoutes();
    routes.put(
        JsonLinesRoute.PATH, new JsonLinesRoute(pipeline, DecodeLimits.DEFAULT, clock, processors));
    LokiRoute loki = new LokiRoute(pipeline, DecodeLimits.DEFAULT, clock, processors);
    LokiRoute.PATHS.forEach(path -> routes.put(path, loki));
    BulkRoute bulk = new BulkRoute(pipeline, DecodeLimits.DEFAULT, clock, processors);
    BulkRoute.PATHS.forEach(path -> routes.put(path, bulk));
    ElasticsearchProbeRoute probes =
        new ElasticsearchProbeRoute(receivers.elasticsearch().version());
    ElasticsearchProbeRoute.PATHS.forEach(path -> routes.put(path, probes));
    routes.put(JournalRoute.PATH, new JournalRoute(feed, metrics));
    return routes;
  }

  /** What takes in records that come without a request. */
  public Feed feed(RateLimit rate, FreeSpace space) {
    return new Feed(pipeline, rate, space);
  }

  /** What takes in records by gRPC. */
  public Map<String, GrpcRoute> grpcRoutes() {
    return Map.of(
        OtlpGrpcRoute.METHOD, new OtlpGrpcRoute(pipeline, DecodeLimits.DEFAULT, processors));
  }

  /** Saves what was learned and closes the store. No request may be at work any more. */
  @Override
  public void close() {
    try {
      pipeline.close();
    } finally {
      store.close();
    }
  }
}
