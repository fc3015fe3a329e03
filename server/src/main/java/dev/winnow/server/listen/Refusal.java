package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import io.vertx.core.http.HttpServerResponse;

/** Sends refusals with the headers that each of them has, whatever its protocol. */
final class Refusal {
  private static final String RETRY_AFTER_SECONDS = "1";

  private Refusal() {}

  static void send(HttpReply reply, ErrorCode code, HttpServerResponse response) {
    if (code.kind() == ErrorCode.Kind.TRANSIENT) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (code == ErrorCode.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    reply.send(response);
  }
}
