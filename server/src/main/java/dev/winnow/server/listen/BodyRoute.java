package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import java.util.Set;

/** What takes in the bodies that are sent to one path, and speaks its protocol. */
public interface BodyRoute {
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
   * Answers a request whose body is complete. Runs on a virtual thread of its own; may block.
   *
   * @param body what was sent, which is gone when this returns
   * @throws WinnowException to have {@link #refuse} say why not
   */
  HttpReply answer(Principal sender, HttpHead head, RequestBody body);

  /**
   * Says, in the form of the protocol, why a request was not answered: what {@link #answer} threw,
   * or because it is too large, nobody's, not allowed, or at a bad time. Must not block.
   *
   * <p>{@code Retry-After} is added for those that may be sent again.
   */
  HttpReply refuse(HttpHead head, WinnowException reason);
}
