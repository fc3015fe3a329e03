package dev.winnow.server;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Authenticator;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.access.TokenAuthenticator;
import dev.winnow.server.access.Tokens;
import dev.winnow.server.config.LimitsConfig;
import dev.winnow.server.config.ReceiversConfig.OtlpConfig;
import dev.winnow.server.config.ServerConfig;
import dev.winnow.server.config.TlsConfig;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.server.flow.RecordFlow;
import dev.winnow.server.http.Parts;
import dev.winnow.server.http.QuarkusRuntime;
import dev.winnow.server.http.Questions;
import dev.winnow.server.http.Readiness;
import dev.winnow.server.listen.Arrivals;
import dev.winnow.server.listen.BodyBudget;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.Endpoint;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.GrpcListener;
import dev.winnow.server.listen.HttpListener;
import dev.winnow.server.listen.Intake;
import dev.winnow.server.listen.Traffic;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.usage.QueryUses;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.sqlite.SqliteControlStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server: its parts, started in the order in which they need each other. */
final class Application implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(Application.class.getName());

  /** How long a request that finds no room waits for it before its sender is to come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ServerConfig server;
  private final LimitsConfig limits;
  private final TlsConfig tls;

  /** How to end each part; what was started last is first. */
  private final Deque<Runnable> endings = new ArrayDeque<>();

  private final AtomicBoolean isClosing = new AtomicBoolean();
  private String address = "";
  private Optional<IssuedToken> firstToken = Optional.empty();

  private Application(WinnowConfig config) {
    server = config.server();
    limits = config.limits();
    tls = config.tls();
  }

  /**
   * Starts every part; if one cannot start, those before it are ended again.
   *
   * @param isWatched whether a person reads the server's own records as they are written
   */
  static Application start(WinnowConfig config, boolean isWatched) {
    Application application = new Application(config);
    try {
      application.startParts(config, isWatched);
      return application;
    } catch (RuntimeException failure) {
      application.close();
      throw failure;
    }
  }

  private void startParts(WinnowConfig config, boolean isWatched) {
    Clock clock = Clock.systemUTC();
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Traffic traffic = new Traffic(metrics);

    DataDirectory data = DataDirectory.open(config.data().directory());
    endings.push(data::close);
    FreeSpace space = FreeSpace.of(data.path(), config.data().minFree().bytes(), clock);

    ControlStore control = SqliteControlStore.open(data.controlFile(), clock.instant());
    endings.push(control::close);
    Administration administration = Administration.of(control, clock, new SecureRandom());
    Authenticator authenticator = authenticator(config, administration.tokens());
    RecordFlow flow =
        RecordFlow.open(
            data.recordsDirectory(),
            config.storage(),
            control.retentionClasses(),
            metrics,
            Runtime.getRuntime().availableProcessors(),
            clock);
    endings.push(flow::close);
    for (Runnable work : flow.upkeep()) {
      Housekeeping upkeep = new Housekeeping(work, Duration.ofMinutes(1));
      endings.push(upkeep::close);
    }
    QueryUses uses = new QueryUses(control.queryUsage(), clock);
    Housekeeping usesUpkeep = new Housekeeping(uses::save, Duration.ofMinutes(1));
    endings.push(usesUpkeep::close);
    Readiness readiness =
        new Readiness(
            List.of(
                new Readiness.Check("disk", space::shortage),
                new Readiness.Check("store", () -> trouble(flow.store())),
                new Readiness.Check("server", this::closing)));

    QuarkusRuntime quarkus =
        QuarkusRuntime.start(
            new Parts(
                config,
                clock,
                clock.instant(),
                metrics,
                traffic,
                authenticator,
                readiness,
                administration,
                uses,
                Questions.about(
                    flow.store(), config.storage().queriesPerTenant(), flow.pipeline()::inFlight)),
            isWatched);
    endings.push(quarkus::close);

    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    endings.push(() -> end(workers));
    Intake intake =
        new Intake(
            authenticator,
            new RateLimit(limits.bytesPerSecond().bytes(), clock),
            new BodyBudget(limits.requestsInFlight().asInt(), PATIENCE),
            new BodyDecoder(limits.decompressedSize().asInt()),
            space,
            limits.requestSize().bytes(),
            new Arrivals(metrics),
            workers);
    Endpoint main = new Endpoint(server.host(), server.port(), "server.port");
    HttpListener api =
        listen(quarkus.vertx(), main, traffic, flow.apiRoutes(), intake, quarkus.api());
    address = (tls.isEnabled() ? "https://" : "http://") + server.host() + ":" + api.port();
    startReceivers(config.receivers().otlp(), quarkus.vertx(), traffic, flow, intake);
    endings.push(() -> drain(traffic));
    LOGGER.log(Level.INFO, "listening on " + address);
  }

  /** Keeps the tokens; if they are needed and there is none, the first is made. */
  private Authenticator authenticator(WinnowConfig config, Tokens tokens) {
    Housekeeping housekeeping = new Housekeeping(tokens::maintain, Duration.ofMinutes(1));
    endings.push(housekeeping::close);
    if (config.needsTokens()) {
      firstToken = tokens.createFirst();
      return new TokenAuthenticator(tokens);
    }
    return authorization -> new Principal(Tenant.DEFAULT_ID, Role.ADMIN, "");
  }

  private void startReceivers(
      OtlpConfig otlp, Vertx vertx, Traffic traffic, RecordFlow flow, Intake intake) {
    if (otlp.http().enabled()) {
      Endpoint http = new Endpoint(server.host(), otlp.http().port(), "receivers.otlp.http.port");
      Map<String, BodyRoute> routes = flow.otlpRoutes();
      HttpListener listener = listen(vertx, http, traffic, routes, intake, Gate.nothingBut(routes));
      LOGGER.log(
          Level.INFO, "receiving OTLP over HTTP on " + server.host() + ":" + listener.port());
    }
    if (otlp.grpc().enabled()) {
      Endpoint grpc = new Endpoint(server.host(), otlp.grpc().port(), "receivers.otlp.grpc.port");
      GrpcListener listener =
          GrpcListener.start(grpc, limits, tls, traffic, intake, isClosing, flow.grpcRoutes());
      endings.push(listener::close);
      LOGGER.log(
          Level.INFO, "receiving OTLP over gRPC on " + server.host() + ":" + listener.port());
    }
  }

  private HttpListener listen(
      Vertx vertx,
      Endpoint endpoint,
      Traffic traffic,
      Map<String, BodyRoute> routes,
      Intake intake,
      Handler<HttpServerRequest> otherwise) {
    Gate gate = new Gate(vertx, server, routes, intake, isClosing, otherwise);
    HttpListener listener = HttpListener.start(vertx, endpoint, limits, tls, traffic, gate);
    endings.push(listener::close);
    return listener;
  }

  /** Refuses new requests, and waits until those that are at work are answered. */
  private void drain(Traffic traffic) {
    LOGGER.log(Level.INFO, "ending; requests that are at work are finished first");
    isClosing.set(true);
    traffic.awaitQuiet(server.shutdownTimeout());
  }

  /** Waits for requests that nobody waits for any more, and yet are at work. */
  private void end(ExecutorService workers) {
    workers.shutdown();
    try {
      var _ = workers.awaitTermination(server.shutdownTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> trouble(LogStore store) {
    try {
      store.check();
      return Optional.empty();
    } catch (WinnowException failure) {
      return Optional.of(failure.code().code());
    }
  }

  private Optional<String> closing() {
    return isClosing.get() ? Optional.of("it is about to end") : Optional.empty();
  }

  /** The token that was made because there was none; its secret is kept nowhere else. */
  Optional<IssuedToken> firstToken() {
    return firstToken;
  }

  /** Where the API is. */
  String address() {
    return address;
  }

  /** Ends every part, the one that was started last first, also where one of them fails. */
  @Override
  public void close() {
    if (!endings.isEmpty()) {
      try {
        endings.pop().run();
      } finally {
        close();
      }
    }
  }
}
