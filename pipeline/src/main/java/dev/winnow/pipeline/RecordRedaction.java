package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes secrets out of all parts of records. Resources and scopes, which records of a request
 * share, are read once and stay shared. One per thread.
 */
final class RecordRedaction {
  private final ValueRedaction values = new ValueRedaction();
  private final Map<Resource, Resource> resources = new HashMap<>();
  private final Map<InstrumentationScope, InstrumentationScope> scopes = new HashMap<>();
  private Resource lastResource = Resource.EMPTY;
  private Resource lastRedacted = Resource.EMPTY;

  /** Begins the records of a request. */
  void begin() {
    resources.clear();
    scopes.clear();
  }

  /** The record without secrets; the same instance if it holds none. */
  LogRecord redact(LogRecord record) {
    AnyValue body = values.redact(record.body());
    Attributes attributes = values.redact(record.attributes());
    Resource resource = redact(record.resource());
    InstrumentationScope scope = redact(record.scope());
    String severityText = values.redact(record.severityText());
    String eventName = values.redact(record.eventName());
    boolean isClean =
        body.equals(record.body())
            && attributes.equals(record.attributes())
            && resource.equals(record.resource())
            && scope.equals(record.scope())
            && severityText.equals(record.severityText())
            && eventName.equals(record.eventName());
    if (isClean) {
      return record;
    }
    return record.toBuilder()
        .body(body)
        .attributes(attributes)
        .resource(resource)
        .scope(scope)
        .severityText(severityText)
        .eventName(eventName)
        .build();
  }

  /** A resource without secrets. */
  Resource redact(Resource resource) {
    if (!resource.equals(lastResource)) {
      lastRedacted =
          resources.computeIfAbsent(
              resource,
              each -> {
                Attributes redacted = values.redact(each.attributes());
                return redacted.equals(each.attributes()) ? each : new Resource(redacted);
              });
      lastResource = resource;
    }
    return lastRedacted;
  }

  private InstrumentationScope redact(InstrumentationScope scope) {
    if (scope.equals(InstrumentationScope.EMPTY)) {
      return scope;
    }
    return scopes.computeIfAbsent(
        scope,
        each ->
            new InstrumentationScope(
                values.redact(each.name()),
                values.redact(each.version()),
                values.redact(each.attributes())));
  }
}
