package dev.winnow.server;

import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.EffectiveConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A short life of a server, from which the virtual machine learns what later ones need. The
 * launcher runs it once for each build, so that they start faster.
 */
final class Training {
  private static final List<String> PATHS = List.of("/health", "/openapi", "/docs/", "/nothing");

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
      for (String path : PATHS) {
        URI address = application.address().resolve(path);
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    }
  }
}
