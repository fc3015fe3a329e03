package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.ServerConfig;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What every request of a port passes first; then it goes to a receiver or to the API. */
public final class Gate implements Handler<HttpServerRequest> {
  /** Of each request, so that an answer and the server's log can be put together. */
  public static final String REQUEST_ID = "X-Request-Id";

  /** When an answer was begun, as RFC 9110, 5.6.7, wants it written. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** The documentation is a page with scripts and styles of its own. */
  private static final String PAGE_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  private final Vertx vertx;
  private final Map<String, HttpRoute> routes;
  private final Intake intake;
  private final OriginRules origins;
  private final AtomicBoolean isClosing;
  private final InstantSource clock;
  private final Handler<HttpServerRequest> otherwise;

  /**
   * A gate.
   *
   * @param routes what takes in the bodies that are sent to a path; a star for its first segment
   *     stands for any, one behind its first segment for whatever follows
   * @param isClosing whether the server is about to end
   * @param clock tells the moment that answers carry
   * @param otherwise answers all other requests
   */
  public Gate(
      Vertx vertx,
      ServerConfig config,
      Map<String, HttpRoute> routes,
      Intake intake,
      AtomicBoolean isClosing,
      InstantSource clock,
      Handler<HttpServerRequest> otherwise) {
    this.vertx = vertx;
    this.routes = routes;
    this.intake = intake;
    this.origins = new OriginRules(config);
    this.isClosing = isClosing;
    this.clock = clock;
    this.otherwise = otherwise;
  }

  /** Answers where there is nothing but what is posted to routes. */
  public static Handler<HttpServerRequest> nothingBut(Map<String, HttpRoute> routes) {
    return request -> {
      WinnowException reason =
          new WinnowException(ErrorCode.NOT_FOUND, "there is nothing at this path");
      if (routes.containsKey(request.path())) {
        request.response().putHeader("Allow", "POST");
        reason = new WinnowException(ErrorCode.METHOD_NOT_ALLOWED, "this path understands POST");
      }
      refuse(request, reason);
    };
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpHead head = new HttpHead(request);
    HttpRoute route = route(routes, head.path());
    boolean isForRoute = route != null && route.takes(head);
    TraceId id = TraceId.of(head);
    setHeaders(head, id, request.response());
    WinnowException objection = objectionTo(request, head);
    if (route != null && isForRoute) {
      RequestReader reader = reader(route, request);
      if (objection == null) {
        reader.start();
      } else {
        reader.refuse(objection);
      }
    } else if (objection != null) {
      refuse(request, objection);
    } else if (isPreflight(head)) {
      allow(request.response());
    } else {
      continueWith(request, head);
    }
  }

  private RequestReader reader(HttpRoute route, HttpServerRequest request) {
    return switch (route) {
      case BodyRoute whole -> new BodyReader(intake, whole, request, vertx.getOrCreateContext());
      case StreamRoute stream ->
          new StreamReader(intake, stream, request, vertx.getOrCreateContext());
    };
  }

  /** The route to which a path leads; null if there is none. */
  private static @Nullable HttpRoute route(Map<String, HttpRoute> routes, String path) {
    HttpRoute exact = routes.get(path);
    int second = path.indexOf('/', 1);
    if (exact != null || second < 0) {
      return exact;
    }
    HttpRoute within = routes.get(path.substring(0, second) + "/*");
    return within == null ? routes.get("/*" + path.substring(second)) : within;
  }

  private void continueWith(HttpServerRequest request, HttpHead head) {
    if (head.header("Expect").equalsIgnoreCase("100-continue")) {
      request.response().writeContinue();
    }
    otherwise.handle(request);
  }

  private @Nullable WinnowException objectionTo(HttpServerRequest request, HttpHead head) {
    try {
      origins.check(head);
      checkQuery(request);
    } catch (WinnowException objection) {
      return objection;
    }
    if (!head.path().startsWith("/")) {
      return new WinnowException(
          ErrorCode.MALFORMED_REQUEST, "the address of the request does not begin with /");
    }
    if (!head.isDecodable()) {
      return new WinnowException(
          ErrorCode.MALFORMED_REQUEST,
          "the address has a % without two hexadecimal digits; a % itself is written %25");
    }
    boolean isProbe = head.path().startsWith("/health");
    return isClosing.get() && !isProbe
        ? new WinnowException(ErrorCode.SHUTTING_DOWN, "the server is about to end")
        : null;
  }

  /** Whoever asks for parameters later may not know that they can be malformed. */
  private static void checkQuery(HttpServerRequest request) {
    try {
      request.params();
    } catch (IllegalArgumentException broken) {
      throw new WinnowException(
          ErrorCode.MALFORMED_REQUEST,
          "in the query of the address a % is not followed by two hexadecimal digits",
          broken);
    }
  }

  private static void refuse(HttpServerRequest request, WinnowException reason) {
    Problem.of(reason, new HttpHead(request)).send(request.response());
  }

  private void setHeaders(HttpHead head, TraceId id, HttpServerResponse response) {
    boolean isPage = head.path().startsWith("/docs");
    response
        .putHeader(REQUEST_ID, id.text())
        .putHeader("Date", DATE.format(clock.instant()))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", isPage ? PAGE_POLICY : API_POLICY);
    String origin = head.header("Origin");
    if (origins.allows(origin)) {
      response
          .putHeader("Access-Control-Allow-Origin", origin)
          .putHeader("Access-Control-Expose-Headers", REQUEST_ID + ", Date, Retry-After")
          .putHeader("Vary", "Origin");
    }
  }

  private boolean isPreflight(HttpHead head) {
    return head.method().equals("OPTIONS")
        && origins.allows(head.header("Origin"))
        && !head.header("Access-Control-Request-Method").isEmpty();
  }

  private static void allow(HttpServerResponse response) {
    response
        .putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
        .putHeader(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Content-Encoding, Idempotency-Key")
        .putHeader("Access-Control-Max-Age", "600")
        .setStatusCode(204)
        .end();
  }
}
