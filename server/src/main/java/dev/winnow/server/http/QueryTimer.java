package dev.winnow.server.http;

import dev.winnow.server.access.Principal;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Measures how long questions take. */
@Singleton
final class QueryTimer {
  private static final String STARTED = "winnow.started";

  private static final Duration[] BOUNDS =
      LongStream.of(10, 20, 50, 100, 300, 1000, 3000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Parts parts;
  private final CurrentVertxRequest current;
  private final SlowQueries slow;
  private final MeterProvider<Timer> durations;

  @Inject
  QueryTimer(Parts parts, CurrentVertxRequest current, SlowQueries slow) {
    this.parts = parts;
    this.current = current;
    this.slow = slow;
    durations =
        Timer.builder("winnow.question.duration")
            .description("From the receipt of a question to the beginning of its answer")
            .serviceLevelObjectives(BOUNDS)
            .withRegistry(parts.metrics());
  }

  @ServerRequestFilter
  void start(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
  }

  @ServerResponseFilter
  void end(
      ContainerRequestContext request,
      ContainerResponseContext response,
      SimpleResourceInfo resource) {
    RoutingContext exchange = current.getCurrent();
    if (request.getProperty(STARTED) instanceof Long started
        && exchange.get(AccessFilter.PRINCIPAL) instanceof Principal sender
        && request.getMethod().equals(HttpMethod.GET)) {
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      durations.withTag("operation", operation(resource)).record(took);
      slow.note(
          sender.tenantId(),
          parts.clock().instant(),
          took,
          exchange.request().uri(),
          response.getStatus());
    }
  }

  /** What answered, such as {@code Records.search}: as many as there are, whatever is asked. */
  private static String operation(SimpleResourceInfo resource) {
    String name = resource.getResourceClass().getSimpleName();
    return name.replace("Resource", "") + "." + resource.getMethodName();
  }
}
