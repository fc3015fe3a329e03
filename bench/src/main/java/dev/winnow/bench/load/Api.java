package dev.winnow.bench.load;

import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a server, as a program that shows logs would. */
final class Api {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Target target;

  Api(Target target) {
    this.target = target;
  }

  /**
   * The members of an answer.
   *
   * @throws IOException if it is not one of success
   */
  Attributes get(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request(path, parameters), HttpResponse.BodyHandlers.ofByteArray());
    String body = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() != OK) {
      throw new IOException(path + parameters + ": " + response.statusCode() + " " + body);
    }
    return ((AnyValue.KvListValue) AnyValueJson.read(new JsonScanner().reset(body))).entries();
  }

  /** Whether a path answers with success; not if nobody listens. */
  boolean isWell(String path) throws InterruptedException {
    try {
      return client
              .send(request(path, Map.of()), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException nobody) {
      return false;
    }
  }

  private HttpRequest request(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    URI address =
        URI.create("http://%s:%d%s?%s".formatted(target.host(), target.port(), path, query));
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    if (!target.token().isEmpty()) {
      request.header("Authorization", "Bearer " + target.token());
    }
    return request.build();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
