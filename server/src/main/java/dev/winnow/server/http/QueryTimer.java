package dev.winnow.server.http;

import dev.winnow.server.access.Principal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Measures how long questions take. */
@Singleton
final class QueryTimer {
  private static final String STARTED = "winnow.started";

  private final Parts parts;
  private final CurrentVertxRequest current;
  private final SlowQueries slow;

  @Inject
  QueryTimer(Parts parts, CurrentVertxRequest current, SlowQueries slow) {
    this.parts = parts;
    this.current = current;
    this.slow = slow;
  }

  @ServerRequestFilter
  void start(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext response) {
    RoutingContext exchange = current.getCurrent();
    if (request.getProperty(STARTED) instanceof Long started
        && exchange.get(AccessFilter.PRINCIPAL) instanceof Principal sender
        && request.getMethod().equals(HttpMethod.GET)) {
      slow.note(
          sender.tenantId(),
          parts.clock().instant(),
          Duration.ofNanos(System.nanoTime() - started),
          exchange.request().uri(),
          response.getStatus());
    }
  }
}
