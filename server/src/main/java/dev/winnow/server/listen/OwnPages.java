package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/**
 * Tells which requests a browser sends for a page of this server, and not for another that makes
 * use of what the browser adds to requests by itself.
 */
public final class OwnPages {
  private OwnPages() {}

  /**
   * Lets a request pass that a page of this server sends, as the browser says.
   *
   * @throws WinnowException with {@code ORIGIN_NOT_ALLOWED} otherwise
   */
  public static void require(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    // Another port of the same machine is of the same site, and yet not ours.
    boolean isOwn =
        site == null ? origin != null && isSame(origin, host(request)) : site.equals("same-origin");
    if (!isOwn) {
      throw new WinnowException(
          ErrorCode.ORIGIN_NOT_ALLOWED,
          "a session is for pages of this server alone, and the request does not come from one;"
              + " other pages send a token themselves (server.allowed_origins)");
    }
  }

  /**
   * Lets the same requests pass, and those that only read, of which browsers do not always say from
   * where they come.
   *
   * @throws WinnowException with {@code ORIGIN_NOT_ALLOWED} otherwise
   */
  public static void requireIfTold(HttpServerRequest request) {
    if (request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null) {
      require(request);
    }
  }

  private static String host(HttpServerRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host;
  }

  /** Whether an origin is that of the server itself, which may not know that it speaks TLS. */
  static boolean isSame(String origin, String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String given = origin.toLowerCase(Locale.ROOT);
    return given.equals("http://" + lower) || given.equals("https://" + lower);
  }
}
