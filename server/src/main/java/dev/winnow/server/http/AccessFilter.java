package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.Problem;
import dev.winnow.storage.control.Role;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets requests to the API pass whose sender is known: to read for viewers, to change something for
 * editors. A resource that asks for more says so itself.
 */
@Singleton
final class AccessFilter {
  static final String PRINCIPAL = "winnow.principal";

  /** Tells the credential by which the principal was known, for as long as it may be used. */
  static final String AUTHORIZATION = "winnow.authorization";

  private static final Logger LOGGER = System.getLogger(AccessFilter.class.getName());

  /** Before everything that Quarkus has on the router, and after the pages for people. */
  static final int FIRST = Integer.MIN_VALUE + 1;

  /** What anybody may see: how the server is, what its API looks like, and who they are. */
  private static final List<String> PUBLIC =
      List.of("/health", "/docs", "/openapi", SessionResource.PATH);

  /** What may be sent by somebody who is not known, in bytes: a token needs less. */
  private static final int MOST_OF_ANYBODY = 4_096;

  /** What viewers may post, as it changes nothing. */
  private static final String TICKETS = "/api/v1/tickets";

  static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Parts parts;
  private final Credentials credentials;

  @Inject
  AccessFilter(Parts parts, Credentials credentials) {
    this.parts = parts;
    this.credentials = credentials;
  }

  void addTo(@Observes Router router) {
    router.route().order(FIRST).handler(this::admit);
  }

  private void admit(RoutingContext exchange) {
    if (isPublic(exchange.normalizedPath())) {
      admitAnybody(exchange);
      return;
    }
    HttpServerRequest request = exchange.request().pause();
    Context loop = exchange.vertx().getOrCreateContext();
    Thread.ofVirtual()
        .start(() -> {
          try {
            Supplier<String> authorization = credentials.of(request);
            Principal principal = authenticate(authorization.get(), request);
            loop.runOnContext(admitted -> {
              exchange.put(PRINCIPAL, principal);
              exchange.put(AUTHORIZATION, authorization);
              exchange.next();
            });
          } catch (WinnowException refusal) {
            loop.runOnContext(refused -> refuse(exchange, refusal));
          } catch (RuntimeException | Error fault) {
            LOGGER.log(
                Level.ERROR, "a sender could not be told; trace_id " + traceId(exchange), fault);
            loop.runOnContext(refused -> refuse(exchange, internal()));
          }
        });
  }

  private static void admitAnybody(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    String length = request.getHeader("Content-Length");
    boolean isShort = length == null || Long.parseLong(length) <= MOST_OF_ANYBODY;
    if (isShort && !request.headers().contains("Transfer-Encoding")) {
      exchange.next();
    } else {
      refuse(
          exchange,
          new WinnowException(
              ErrorCode.REQUEST_TOO_LARGE,
              "a body has at most %d bytes here, and tells its length".formatted(MOST_OF_ANYBODY)));
    }
  }

  private static boolean isPublic(String path) {
    return path.equals("/")
        || PUBLIC.stream()
            .anyMatch(open ->
                path.equals(open) || path.startsWith(open + "/") || path.startsWith(open + "."));
  }

  private Principal authenticate(String authorization, HttpServerRequest request) {
    Principal principal = parts.authenticator().authenticate(authorization);
    boolean isReading = READING.contains(request.method()) || TICKETS.equals(request.path());
    principal.require(isReading ? Role.VIEWER : Role.EDITOR);
    return principal;
  }

  private static WinnowException internal() {
    return new WinnowException(ErrorCode.INTERNAL_ERROR, "the request could not be answered");
  }

  private static void refuse(RoutingContext exchange, WinnowException refusal) {
    exchange.request().resume();
    Problem.of(refusal, exchange.normalizedPath(), traceId(exchange)).send(exchange.response());
  }

  static String traceId(RoutingContext exchange) {
    return String.valueOf(exchange.response().headers().get(Gate.REQUEST_ID));
  }
}
