package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import java.util.Set;

/** What takes in the records that are sent to one path, and speaks its protocol. */
public sealed interface HttpRoute permits BodyRoute, StreamRoute {
  /** By which the ledger and the metrics know what comes in here, such as {@code otlp_http}. */
  String receiver();

  /** The methods by which bodies are sent to it. */
  default Set<String> methods() {
    return Set.of("POST");
  }

  /** Whether a request is for it, of those that come to its path. */
  default boolean takes(HttpHead head) {
    return methods().contains(head.method());
  }

  /**
   * Says, in the form of the protocol, why a request was not answered: what the route itself threw,
   * or because it is too large, nobody's, not allowed, or at a bad time. Must not block.
   *
   * <p>{@code Retry-After} is added for those that may be sent again.
   */
  HttpReply refuse(HttpHead head, WinnowException reason);
}
