package dev.winnow.server.listen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer to a request.
 *
 * @param contentType the type of the body; empty if there is none
 * @param headers beside those that all answers have
 */
public record HttpReply(int status, String contentType, Buffer body, Map<String, String> headers) {
  public static HttpReply of(int status, String contentType, byte[] body) {
    return new HttpReply(status, contentType, Buffer.buffer(body), Map.of());
  }

  public static HttpReply of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header. */
  public HttpReply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, contentType, body, Map.copyOf(more));
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status);
    response.headers().addAll(headers);
    if (!contentType.isEmpty()) {
      response.putHeader("Content-Type", contentType);
    }
    response.end(body);
  }
}
