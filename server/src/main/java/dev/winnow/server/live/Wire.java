package dev.winnow.server.live;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordId;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection to a reader, by one of the protocols that it can speak. Thread-safe. */
interface Wire {
  /** Sends messages, at least one; the future is done when the network has taken them. */
  Future<Void> send(List<LiveMessage> messages);

  /**
   * Shows that the server is there, and finds out whether the reader is.
   *
   * @param place where the reader is; null if there is something that it has not got
   */
  Future<Void> beat(@Nullable RecordId place);

  /** Tells why nothing more comes, and closes. */
  void end(WinnowException reason);

  /** Has something done when the connection is closed, by whomever. */
  void onClose(Runnable work);
}
