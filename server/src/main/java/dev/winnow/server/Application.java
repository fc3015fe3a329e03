package dev.winnow.server;

import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.http.Parts;
import dev.winnow.server.http.QuarkusRuntime;
import dev.winnow.server.listen.Endpoint;
import dev.winnow.server.listen.HttpListener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** A running server: its parts, started in the order in which they need each other. */
final class Application implements AutoCloseable {
  /** How to end each part; what was started last is first. */
  private final Deque<Runnable> endings = new ArrayDeque<>();

  private String address = "";

  private Application() {}

  /**
   * Starts every part; if one cannot start, those before it are ended again.
   *
   * @param isWatched whether a person reads the server's own records as they are written
   */
  static Application start(WinnowConfig config, boolean isWatched) {
    Application application = new Application();
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

    DataDirectory data = DataDirectory.open(config.data().directory());
    endings.push(data::close);

    QuarkusRuntime quarkus =
        QuarkusRuntime.start(new Parts(config, clock, clock.instant(), metrics), isWatched);
    endings.push(quarkus::close);

    Endpoint endpoint = new Endpoint(config.server().host(), config.server().port(), "server.port");
    HttpListener api =
        HttpListener.start(quarkus.vertx(), endpoint, config.limits(), quarkus.api());
    endings.push(api::close);
    address = "http://" + config.server().host() + ":" + api.port();
  }

  /** Where the API is. */
  String address() {
    return address;
  }

  /** Ends every part, the one that was started last first. */
  @Override
  public void close() {
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
  }
}
