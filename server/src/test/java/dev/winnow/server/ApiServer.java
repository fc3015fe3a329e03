package dev.winnow.server;

import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.WinnowConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole server that asks for tokens, on ports and a directory of its own. */
final class ApiServer implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"[0-9a-f]{16}\"");
  private static final Pattern TIME = Pattern.compile("\"20\\d\\d-[^\"]*Z\"");
  private static final Pattern TRACE_ID = Pattern.compile("\"[0-9a-f]{32}\"");
  private static final Pattern SECRET = Pattern.compile("\"wn_[0-9A-Za-z]*\"");

  /** What the server answered. */
  record Answer(int status, String mediaType, String body) {
    /** The body with placeholders for what is different each time. */
    String stableBody() {
      String body = TIME.matcher(this.body).replaceAll("TIME");
      body = TRACE_ID.matcher(body).replaceAll("TRACE");
      return SECRET.matcher(ID.matcher(body).replaceAll("ID")).replaceAll("SECRET");
    }

    /** The first text of a name in the body. */
    String text(String name) {
      return Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
          .matcher(body)
          .results()
          .findFirst()
          .orElseThrow()
          .group(1);
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Application application;
  private final WinnowConfig config;

  ApiServer(Path directory) {
    this(directory, Map.of());
  }

  /** A server with other settings than the usual ones. */
  ApiServer(Path directory, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("data.directory", directory.toString());
    all.put("data.min_free", "0");
    all.put("auth.enabled", "true");
    all.put("server.port", "0");
    all.put("receivers.otlp.grpc.enabled", "false");
    all.put("receivers.otlp.http.enabled", "false");
    config = new ConfigLoader(Map.of()).load(Optional.empty(), all).config();
    application = Application.start(config, false);
  }

  WinnowConfig config() {
    return config;
  }

  URI address() {
    return application.address();
  }

  /** The secret of the first administrator. */
  String firstSecret() {
    return application.firstToken().map(IssuedToken::secret).orElseThrow().reveal();
  }

  /**
   * Sends a request.
   *
   * @param secret of the sender's token; empty for none
   */
  Answer send(String secret, String method, String path, String body) {
    String authorization = secret.isEmpty() ? "" : "Bearer " + secret;
    HttpResponse<String> response =
        send(
            method,
            path,
            body.getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json", "Authorization", authorization));
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(response.statusCode(), type.split(";", 2)[0], response.body());
  }

  /** Sends a request with those of the headers that are not empty. */
  HttpResponse<String> send(String method, String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach((name, value) -> {
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    });
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  @Override
  public void close() {
    http.close();
    application.close();
  }
}
