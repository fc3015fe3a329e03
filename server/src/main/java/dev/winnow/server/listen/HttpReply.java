package dev.winnow.server.listen;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request.
 *
 * @param contentType the type of the body; empty if there is none
 */
public record HttpReply(int status, String contentType, Buffer body) {
  public static HttpReply of(int status, String contentType, byte[] body) {
    return new HttpReply(status, contentType, Buffer.buffer(body));
  }

  public static HttpReply of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status);
    if (!contentType.isEmpty()) {
      response.putHeader("Content-Type", contentType);
    }
    response.end(body);
  }
}
