package dev.winnow.server;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Authenticator;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.access.Sessions;
import dev.winnow.server.access.SignInLimit;
import dev.winnow.server.access.Tickets;
import dev.winnow.server.access.TokenAuthenticator;
import dev.winnow.server.access.Tokens;
import dev.winnow.server.backup.Backups;
import dev.winnow.server.config.LimitsConfig;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.server.deletion.Deletions;
import dev.winnow.server.files.FileReceiver;
import dev.winnow.server.flow.RecordFlow;
import dev.winnow.server.generator.GeneratorRole;
import dev.winnow.server.http.Parts;
import dev.winnow.server.http.QuarkusRuntime;
import dev.winnow.server.http.Questions;
import dev.winnow.server.http.Readiness;
import dev.winnow.server.http.RecordJson;
import dev.winnow.server.listen.Arrivals;
import dev.winnow.server.listen.BodyBudget;
import dev.winnow.server.listen.Intake;
import dev.winnow.server.listen.OpenStreams;
import dev.winnow.server.listen.Traffic;
import dev.winnow.server.live.LiveTails;
import dev.winnow.server.receiver.Feed;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.syslog.SyslogReceiver;
import dev.winnow.server.usage.QueryUses;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.sqlite.SqliteControlStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A running server: its parts, started in the order in which they need each other.
 *
 * @param address where programs on this machine find the API
 * @param firstToken made because tokens are needed and there was none; its secret is kept nowhere
 *     else
 */
record Application(URI address, Optional<IssuedToken> firstToken, LogStore store, Endings endings)
    implements AutoCloseable {
  /** How long a request that finds no room waits for it before its sender is to come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration UPKEEP = Duration.ofMinutes(1);

  /**
   * Starts every part; if one cannot start, those before it are ended again.
   *
   * @param isWatched whether a person reads the server's own records as they are written
   */
  static Application start(WinnowConfig config, boolean isWatched) {
    Endings endings = new Endings();
    try {
      return start(config, isWatched, endings);
    } catch (RuntimeException | Error failure) {
      endings.close();
      throw failure;
    }
  }

  private static Application start(WinnowConfig config, boolean isWatched, Endings endings) {
    Clock clock = Clock.systemUTC();
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Traffic traffic = new Traffic(metrics);
    Listeners listeners = new Listeners(config, traffic, clock);

    DataDirectory data = DataDirectory.open(config.data().directory());
    endings.push(data::close);
    Unpacking.into(data.unpackDirectory());
    FreeSpace space = FreeSpace.of(data.path(), config.data().minFree().bytes(), clock);
    ProcessMetrics.register(space, metrics);

    SqliteControlStore control = SqliteControlStore.open(data.controlFile(), clock.instant());
    endings.push(control::close);
    Administration administration = Administration.of(control, clock, new SecureRandom());
    QueryUses uses = new QueryUses(control.queryUsage(), clock, metrics);
    RecordFlow flow =
        RecordFlow.open(
            data.recordsDirectory(),
            config.storage(),
            control,
            metrics,
            Runtime.getRuntime().availableProcessors(),
            clock);
    endings.push(flow::close);
    GeneratorRole generator =
        new GeneratorRole(config.generator(), flow.receiver(GeneratorRole.RECEIVER), clock);
    endings.push(generator::close);
    Deletions deletions =
        new Deletions(flow.store(), flow::forgetTemplates, control, clock, new SecureRandom());
    endings.push(deletions::close);
    deletions.resume();

    repeat(administration.tokens()::maintain, endings);
    flow.upkeep().forEach(work -> repeat(work, endings));
    repeat(uses::save, endings);

    LiveTails live = new LiveTails(flow.store(), RecordJson::of, metrics);

    RateLimit rate = new RateLimit(config.limits().bytesPerSecond().bytes(), clock);
    Feed feed = flow.feed(rate, space);
    FileReceiver files =
        new FileReceiver(config.receivers().files(), data.checkpointFile(), feed, clock, metrics);

    Authenticator authenticator = authenticator(config, administration.tokens());
    Readiness readiness =
        new Readiness(
            List.of(
                new Readiness.Check("disk", true, space::shortage),
                new Readiness.Check("store", true, () -> trouble(flow.store())),
                new Readiness.Check("server", true, listeners::closing),
                new Readiness.Check("files", false, files::trouble)),
            flow::hasLosses);

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
                deletions,
                new Backups(data, control, flow.snapshots(), clock),
                uses,
                flow.meters(),
                generator,
                Questions.about(flow.store(), config.storage().queriesPerTenant(), flow::inFlight),
                live,
                new Tickets(clock, new SecureRandom()),
                new Sessions(clock, new SecureRandom()),
                new SignInLimit(clock, metrics)),
            isWatched);
    endings.push(quarkus::close);

    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    endings.push(() -> end(listeners, workers, config.server().shutdownTimeout()));
    LimitsConfig limits = config.limits();
    Intake intake =
        new Intake(
            authenticator,
            rate,
            new BodyBudget(limits.requestsInFlight().asInt(), PATIENCE),
            new OpenStreams(),
            new BodyDecoder(limits.decompressedSize().asInt()),
            space,
            limits.requestSize().bytes(),
            new Arrivals(metrics),
            workers);
    endings.push(files::close);
    endings.push(feed::close);
    listeners.openReceivers(quarkus.vertx(), intake, flow);
    listeners.openSyslog(new SyslogReceiver(config.receivers().syslog(), feed, clock, metrics));
    URI address =
        listeners.openApi(
            quarkus.vertx(),
            intake,
            flow.apiRoutes(config.receivers(), feed, metrics),
            quarkus.api());
    data.announce(address);
    files.start();
    if (config.generator().enabled()) {
      generator.start(config.generator().history());
    }
    // First of all, as those who watch never finish.
    endings.push(live::close);
    // Last, as a start that fails could not tell of it.
    Optional<IssuedToken> firstToken =
        config.needsTokens() ? administration.tokens().createFirst() : Optional.empty();
    return new Application(address, firstToken, flow.store(), endings);
  }

  private static void repeat(Runnable work, Endings endings) {
    endings.push(new Housekeeping(work, UPKEEP)::close);
  }

  private static Authenticator authenticator(WinnowConfig config, Tokens tokens) {
    return config.needsTokens()
        ? new TokenAuthenticator(tokens)
        : authorization -> new Principal(Tenant.DEFAULT_ID, Role.ADMIN, "");
  }

  /**
   * Waits until requests are answered, then for those that nobody waits for any more and yet are at
   * work: in one time for both, so that the store closes before the process must end.
   */
  private static void end(Listeners listeners, ExecutorService workers, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      listeners.close();
    } finally {
      end(workers, deadline - System.nanoTime());
    }
  }

  private static void end(ExecutorService workers, long nanos) {
    workers.shutdown();
    try {
      var _ = workers.awaitTermination(nanos, TimeUnit.NANOSECONDS);
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

  /**
   * Lets pass as long as the store can go on in this process.
   *
   * @throws WinnowException {@code storage_broken} once it cannot
   */
  void requireWhole() {
    try {
      store.check();
    } catch (WinnowException failure) {
      if (failure.code() == ErrorCode.STORAGE_BROKEN) {
        throw failure;
      }
    }
  }

  /** Ends every part, the one that was started last first. */
  @Override
  public void close() {
    endings.close();
  }
}
