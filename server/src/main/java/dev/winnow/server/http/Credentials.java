package dev.winnow.server.http;

import dev.winnow.server.access.Sessions;
import dev.winnow.server.listen.OwnPages;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds by what the sender of a request can be known. */
@Singleton
final class Credentials {
  /** The cookie that names a session. */
  static final String COOKIE = "winnow_session";

  private final Parts parts;

  @Inject
  Credentials(Parts parts) {
    this.parts = parts;
  }

  /**
   * Tells the credential each time it is asked: a header, where a browser can send none a ticket,
   * or what a session stands for while it lasts; empty if there is none.
   *
   * @throws dev.winnow.kernel.WinnowException if the ticket is none ({@code UNAUTHENTICATED}), or
   *     another page makes use of a session ({@code ORIGIN_NOT_ALLOWED})
   */
  Supplier<String> of(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return () -> header;
    }
    String ticket = request.getParam(LiveRoutes.TICKET);
    if (ticket != null && LiveRoutes.PATHS.contains(request.path())) {
      String authorization = parts.tickets().redeem(ticket);
      return () -> authorization;
    }
    return ofSession(request);
  }

  private Supplier<String> ofSession(HttpServerRequest request) {
    Optional<Sessions.Session> session = session(request);
    if (session.isEmpty()) {
      return () -> "";
    }
    boolean isReading = AccessFilter.READING.contains(request.method());
    if (!isReading || LiveRoutes.WEB_SOCKET.equals(request.path())) {
      OwnPages.require(request);
    } else if (LiveRoutes.PATHS.contains(request.path())) {
      OwnPages.requireIfTold(request);
    }
    String id = session.get().id();
    return () -> parts.sessions().find(id).map(Sessions.Session::authorization).orElse("");
  }

  /** The session that a request names, if it lasts. */
  Optional<Sessions.Session> session(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null ? Optional.empty() : parts.sessions().find(cookie.getValue());
  }
}
