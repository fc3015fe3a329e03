package dev.winnow.e2e.serving;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Speaks HTTP to one port of a server.
 *
 * @param address such as {@code http://127.0.0.1:8005}
 * @param token what is shown with each request; none if empty
 */
record Http(URI address, String token) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The same port for the holder of a token. */
  Http as(String secret) {
    return new Http(address, secret);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Posts JSON. */
  Answer post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  /** Posts a body with headers, given as names and values in turn. */
  Answer post(String path, byte[] body, String... headers) {
    return send("POST", path, BodyPublishers.ofByteArray(body), headers);
  }

  private Answer send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException failure) {
      throw new Unanswered(failure);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** A text as the value of a parameter. */
  static String parameter(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The server has not answered; nobody knows whether it took the request in. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(IOException cause) {
      super(cause);
    }
  }
}
