package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Operation.Route;
import dev.winnow.generator.shop.Statement;
import dev.winnow.generator.shop.Thrown;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes records of what is said. One that belongs to a request has 23 fields at least. */
final class RecordMaker {
  private static final int SAMPLED = 1;
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double MILLI_STEPS = 1000;

  private final BodyWriter bodies;
  private final Map<Statement, Form> forms = new HashMap<>();
  private final Map<Route, RouteValues> routes = new HashMap<>();

  RecordMaker(BodyWriter bodies) {
    this.bodies = bodies;
  }

  /** What all records of a statement share; a builder of its own finds the same keys each time. */
  private record Form(
      AnyValue function, AnyValue line, InstrumentationScope scope, Attributes.Builder attributes) {
    static Form of(Statement statement) {
      return new Form(
          AnyValue.of(statement.function()),
          AnyValue.of(statement.line()),
          InstrumentationScope.of(statement.scope()),
          Attributes.builder());
    }
  }

  private record RouteValues(AnyValue method, AnyValue path) {
    static RouteValues of(Route route) {
      return new RouteValues(AnyValue.of(route.method()), AnyValue.of(route.path()));
    }
  }

  LogRecord record(Saying saying) {
    Span span = saying.span();
    LogRecord.Builder record =
        LogRecord.builder()
            .timestamp(saying.time())
            .resource(span.instance().resource())
            .body(AnyValue.of(bodies.body(saying)));
    return span.service().line() == null ? structured(saying, record) : record.build();
  }

  private LogRecord structured(Saying saying, LogRecord.Builder record) {
    Statement statement = saying.statement();
    Form form = forms.computeIfAbsent(statement, Form::of);
    Request request = saying.span().request();
    if (!request.traceId().isEmpty()) {
      record.traceId(request.traceId()).spanId(saying.span().id()).traceFlags(SAMPLED);
    }
    return record
        .severityNumber(statement.severity())
        .severityText(statement.severityText())
        .scope(form.scope())
        .attributes(attributes(saying, form))
        .build();
  }

  private Attributes attributes(Saying saying, Form form) {
    Attributes.Builder attributes = form.attributes().clear();
    attributes.put("thread.name", saying.span().thread());
    attributes.put("code.function.name", form.function());
    attributes.put("code.line.number", form.line());
    Request request = saying.span().request();
    Route route = request.route();
    if (route != null) {
      RouteValues values = routes.computeIfAbsent(route, RouteValues::of);
      attributes.put("user.id", request.user());
      attributes.put("request.id", request.id());
      attributes.put("client.address", request.address());
      attributes.put("user_agent.original", request.agent());
      attributes.put("http.request.method", values.method());
      attributes.put("http.route", values.path());
    }
    if (saying.isLast()) {
      double millis = saying.elapsedNanos() / NANOS_PER_MILLI;
      attributes.put("http.response.status_code", BodyWriter.status(saying));
      attributes.put("duration_ms", Math.rint(millis * MILLI_STEPS) / MILLI_STEPS);
    }
    Thrown thrown = saying.statement().thrown();
    if (thrown != null && !saying.statement().printsThrown()) {
      attributes.put("exception.type", thrown.type());
      attributes.put("exception.message", thrown.message());
      attributes.put("exception.stacktrace", bodies.text(thrown.printed(), saying));
    }
    return attributes.build();
  }
}
