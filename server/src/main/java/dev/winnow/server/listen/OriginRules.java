package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.ServerConfig;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which names the server answers to, and to web pages of which origins. */
final class OriginRules {
  /*
   * A server on a loopback address needs no tokens, so any web page in a browser of this machine could
   * use it: directly, or by a name of its own that it makes resolve to 127.0.0.1. The browser tells the
   * page's origin in the first case and that name in the second.
   */

  private final boolean isLoopback;
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
  private final Set<String> origins = new HashSet<>();

  OriginRules(ServerConfig config) {
    isLoopback = config.isLoopback();
    names.add(config.host().toLowerCase(Locale.ROOT));
    config.allowedHosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    config.allowedOrigins().forEach(origin -> origins.add(origin.toLowerCase(Locale.ROOT)));
  }

  /**
   * Lets a request pass that was sent to a name of this server, by no web page or an allowed one.
   *
   * @throws WinnowException with {@code ORIGIN_NOT_ALLOWED} otherwise
   */
  void check(HttpHead head) {
    String host = head.header("Host").toLowerCase(Locale.ROOT);
    if (isLoopback && !host.isEmpty() && !names.contains(withoutPort(host))) {
      throw new WinnowException(
          ErrorCode.ORIGIN_NOT_ALLOWED,
          "the server does not answer to the name in the Host header (server.allowed_hosts)");
    }
    String origin = head.header("Origin").toLowerCase(Locale.ROOT);
    if (!origin.isEmpty() && !OwnPages.isSame(origin, host) && !allows(origin)) {
      throw new WinnowException(
          ErrorCode.ORIGIN_NOT_ALLOWED,
          "web pages of that origin may not use the server (server.allowed_origins)");
    }
  }

  /** Whether web pages of an origin that is not the server's own may use it. */
  boolean allows(String origin) {
    return origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
