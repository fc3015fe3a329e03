package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.Problem;
import dev.winnow.server.live.TailRequest;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where records are shown as they are stored: by WebSocket, and as server-sent events. */
@Singleton
final class LiveRoutes {
  static final String WEB_SOCKET = "/ws/logs";
  private static final String EVENTS = "/api/v1/logs/stream";

  /** Paths at which a ticket stands for a token. */
  static final Set<String> PATHS = Set.of(WEB_SOCKET, EVENTS);

  static final String TICKET = "ticket";

  /** What an EventSource sends when it comes again. */
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /** The parameters, and whether they take several values. */
  private static final Map<String, Boolean> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "query",
              false,
              "service",
              true,
              "level",
              true,
              "search",
              false,
              "trace_id",
              false,
              "template_id",
              false,
              "after",
              false,
              ExtentParameters.BRIEF,
              false,
              ExtentParameters.COLUMN,
              true,
              TICKET,
              false));

  private final Parts parts;

  @Inject
  LiveRoutes(Parts parts) {
    this.parts = parts;
  }

  void addTo(@Observes Router router) {
    int order = AccessFilter.FIRST + 1;
    router.get(WEB_SOCKET).order(order).handler(exchange -> answer(exchange, this::openWebSocket));
    router.get(EVENTS).order(order).handler(exchange -> answer(exchange, parts.live()::sendEvents));
  }

  private void answer(
      RoutingContext exchange, BiConsumer<TailRequest, HttpServerRequest> protocol) {
    try {
      protocol.accept(wish(exchange), exchange.request());
    } catch (WinnowException refusal) {
      exchange.request().resume();
      Problem.of(refusal, exchange.normalizedPath(), AccessFilter.traceId(exchange))
          .send(exchange.response());
    }
  }

  private void openWebSocket(TailRequest wish, HttpServerRequest request) {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw new WinnowException(
          ErrorCode.MALFORMED_REQUEST,
          "a WebSocket is opened here; /api/v1/logs/stream needs none");
    }
    parts.live().openWebSocket(wish, request);
  }

  private TailRequest wish(RoutingContext exchange) {
    MultiMap given = exchange.queryParams();
    for (String name : given.names()) {
      SpellingFilter.check(PARAMETERS, name, given.getAll(name).size());
    }
    Principal reader = Objects.requireNonNull(exchange.get(AccessFilter.PRINCIPAL));
    Supplier<String> authorization =
        Objects.requireNonNull(exchange.get(AccessFilter.AUTHORIZATION));
    Selection selection = selection(reader, given);
    parts.uses().note(selection);
    return new TailRequest(
        selection,
        RecordExtent.of(
            new Parameter(ExtentParameters.BRIEF, given.get(ExtentParameters.BRIEF)),
            given.getAll(ExtentParameters.COLUMN)),
        after(exchange.request().getHeader(LAST_EVENT_ID), given.get("after")),
        () -> parts.authenticator().authenticate(authorization.get()));
  }

  private Selection selection(Principal reader, MultiMap given) {
    return new SelectionReader(reader.tenantId(), parts.clock().instant())
        .query(given.get("query"))
        .services(given.getAll("service"))
        .levels(given.getAll("level"))
        .search(given.get("search"))
        .traceId(given.get("trace_id"))
        .templateId(given.get("template_id"))
        .selection();
  }

  private static @Nullable RecordId after(@Nullable String last, @Nullable String given) {
    String cursor = last == null || last.isEmpty() ? given : last;
    try {
      return cursor == null || cursor.isEmpty() ? null : RecordId.parse(cursor);
    } catch (WinnowException noId) {
      throw new WinnowException(ErrorCode.INVALID_CURSOR, "the cursor is not one that came here");
    }
  }
}
