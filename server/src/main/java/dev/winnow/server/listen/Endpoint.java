package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/**
 * Where to listen.
 *
 * @param host an address of this machine, or a name of one
 * @param port a port; 0 is any that is free
 * @param key the key of the configuration that sets the port
 */
public record Endpoint(String host, int port, String key) {
  /** What to tell users when nothing can listen there. */
  WinnowException notAvailable(Throwable cause) {
    return new WinnowException(
        ErrorCode.ADDRESS_NOT_AVAILABLE,
        "cannot listen on %s port %d (%s, server.host): %s"
            .formatted(host, port, key, rootMessage(cause)),
        cause);
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
