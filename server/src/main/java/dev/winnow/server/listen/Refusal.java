package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.SignInLimitedException;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** What refusals have in common, whatever their protocol. */
public final class Refusal {
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  private Refusal() {}

  /** When the same may be sent again; zero if it would be in vain. */
  public static Duration retryDelay(ErrorCode code) {
    return code.kind() == ErrorCode.Kind.TRANSIENT ? RETRY_DELAY : Duration.ZERO;
  }

  /** The same for a failure that may know it better than its code. */
  public static Duration retryDelay(WinnowException failure) {
    return failure instanceof SignInLimitedException limited
        ? limited.pause()
        : retryDelay(failure.code());
  }

  /** Sends a refusal with the headers that each of its kind has. */
  static void send(HttpReply reply, ErrorCode code, HttpServerResponse response) {
    Duration delay = retryDelay(code);
    if (!delay.isZero()) {
      response.putHeader("Retry-After", Long.toString(delay.toSeconds()));
    }
    if (code == ErrorCode.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    reply.send(response);
  }
}
