package dev.winnow.server;

import dev.winnow.connectors.Destination;
import dev.winnow.connectors.Exporter;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.Traffic;
import dev.winnow.generator.traffic.TrafficConfig;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.EffectiveConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A short life of a server, from which the virtual machine learns what later ones need: what they
 * begin with, and how records are taken in and shown. The launcher runs it once for each build, so
 * that they start faster, and are not slow with their first records.
 */
final class Training {
  private static final List<String> PATHS =
      List.of("/health", "/openapi", "/docs/", "/nothing", "/api/logs?level=error");

  private static final List<String> FORMATS = List.of("json_lines", "otlp");

  /** As often as what is done for each request must be done to be compiled. */
  private static final int REQUESTS = 200;

  private static final int RECORDS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Training() {}

  /** Runs a server that keeps its data in the directory which is the only argument. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "data.directory", arguments[0],
            "server.port", "0",
            "receivers.otlp.grpc.port", "0",
            "receivers.otlp.http.port", "0");
    EffectiveConfig effective = new ConfigLoader(Map.of()).load(Optional.empty(), settings);
    try (Application application = Application.start(effective.config(), false);
        HttpClient client = HttpClient.newHttpClient()) {
      URI server = application.address();
      WebSocket tail = watch(server, client);
      for (String format : FORMATS) {
        send(new Destination(server.toString(), format, "", PATIENCE));
      }
      for (String path : PATHS) {
        HttpRequest question = HttpRequest.newBuilder(server.resolve(path)).build();
        client.send(question, BodyHandlers.discarding());
      }
      tail.abort();
    }
  }

  /** Has everything shown that is stored. */
  private static WebSocket watch(URI server, HttpClient client) {
    URI tail = URI.create("ws://" + server.getAuthority() + "/ws/logs");
    return client.newWebSocketBuilder().buildAsync(tail, new Watcher()).join();
  }

  /** Takes what it is shown. */
  private static final class Watcher implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean isLast) {
      socket.request(1);
      return null;
    }
  }

  private static void send(Destination destination) {
    Shop shop = Shop.read();
    TrafficConfig config =
        new TrafficConfig(
            TrafficConfig.DEFAULT_SEED,
            Pace.steady(Pace.FASTEST),
            TrafficConfig.DEFAULT_ERROR_SHARE,
            Cast.everybody(shop),
            Schedule.NONE);
    long now = TimeUnit.SECONDS.toNanos(Instant.now().getEpochSecond());
    Traffic traffic = new Traffic(shop, config, now, label -> {});
    try (Exporter exporter = destination.open()) {
      for (int i = 0; i < REQUESTS; i++) {
        List<LogRecord> records = new ArrayList<>();
        traffic.until(Long.MAX_VALUE, RECORDS, (record, statement) -> records.add(record));
        exporter.export(records);
      }
    }
  }
}
