package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/**
 * Where to listen, and to how many.
 *
 * @param host an address of this machine, or a name of one
 * @param port a port; 0 is any that is free
 * @param key the key of the configuration that sets the port
 * @param connections how many connections there may be on all ports for one more to be taken here
 */
public record Endpoint(String host, int port, String key, int connections) {
  /** What to tell users when nothing can listen there. */
  public WinnowException notAvailable(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof BindException)) {
      root = root.getCause();
    }
    boolean isAddress =
        root instanceof BindException
            || root instanceof UnknownHostException
            || root instanceof UnresolvedAddressException;
    return new WinnowException(
        isAddress ? ErrorCode.ADDRESS_NOT_AVAILABLE : ErrorCode.INVALID_CONFIGURATION,
        "cannot listen on port %d of %s (%s, server.host%s): %s"
            .formatted(port, host, key, isAddress ? "" : ", tls", root.getMessage()),
        failure);
  }
}
