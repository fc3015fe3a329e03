package dev.winnow.formats.bulk;

import dev.winnow.formats.layout.NamePlace;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.util.List;
import java.util.Map;

/**
 * Puts the fields of a document where OpenTelemetry has what the Elastic Common Schema calls so.
 * Not thread-safe.
 *
 * <p>To the schema a dot and an object in an object are the same, to OpenTelemetry a name with dots
 * is one name, so objects become names.
 */
final class EcsPlaces {
  /** Where documents were to go. */
  static final String INDEX = "elasticsearch.index";

  /** What tells one record from others (semantic conventions for logs). */
  static final String UID = "log.record.uid";

  private static final Map<String, NamePlace> PLACES =
      NamePlace.table(
          """
          resource  service.instance.id         service.node.name
          resource  deployment.environment.name service.environment
          resource  k8s.namespace.name          kubernetes.namespace kubernetes.namespace_name
          resource  k8s.node.name               kubernetes.node.name kubernetes.host
          resource  k8s.pod.name                kubernetes.pod.name kubernetes.pod_name
          resource  k8s.pod.uid                 kubernetes.pod.uid kubernetes.pod_id
          resource  k8s.container.name          kubernetes.container.name kubernetes.container_name
          resource  k8s.deployment.name         kubernetes.deployment.name
          resource  k8s.statefulset.name        kubernetes.statefulset.name
          resource  k8s.daemonset.name          kubernetes.daemonset.name
          resource  k8s.cluster.name            orchestrator.cluster.name
          attribute exception.type              error.type
          attribute exception.message           error.message
          attribute exception.stacktrace        error.stack_trace
          attribute thread.name                 process.thread.name
          attribute thread.id                   process.thread.id
          attribute code.function.name          log.origin.function
          attribute code.file.path              log.origin.file.name
          attribute code.line.number            log.origin.file.line
          """);

  /** Sets of fields that both call the same and that describe where a record comes from. */
  private static final List<String> OF_RESOURCE =
      List.of("service.", "host.", "cloud.", "container.");

  /** A name does not become longer than this; what is deeper stays an object. */
  private static final int MAX_NAME = 256;

  private final Attributes.Builder attributes = Attributes.builder();
  private Attributes.Builder resource = Attributes.builder();
  private LogRecord record = LogRecord.builder().build();

  /** The record of a document with its fields in their places, and what its action says. */
  LogRecord arrange(LogRecord read, BulkAction action) {
    record = read;
    attributes.clear();
    resource = read.resource().attributes().toBuilder();
    if (!action.index().isEmpty()) {
      attributes.put(INDEX, action.index());
    }
    if (!action.id().isEmpty()) {
      attributes.put(UID, action.id());
    }
    read.attributes().forEach(this::put);
    Attributes described = resource.build();
    return read.toBuilder()
        .attributes(attributes.build())
        .resource(described.isEmpty() ? Resource.EMPTY : new Resource(described))
        .build();
  }

  private void put(String name, AnyValue value) {
    if (value instanceof AnyValue.KvListValue object && isNamed(name, object.entries())) {
      object.entries().forEach((inner, member) -> put(name + "." + inner, member));
    } else if (!isField(name, value)) {
      place(name, value);
    }
  }

  /** Whether each member of an object can have a name of its own. */
  private static boolean isNamed(String name, Attributes members) {
    for (int i = 0; i < members.size(); i++) {
      if (name.length() + members.keyAt(i).length() >= MAX_NAME) {
        return false;
      }
    }
    return !members.isEmpty();
  }

  /** Whether a value is a field of the record already, and not only one like it. */
  private boolean isField(String name, AnyValue value) {
    return switch (name) {
      case "log.level" -> value.text().equals(record.severityText());
      case "log.logger" -> value.text().equals(record.scope().name());
      case "trace.id" -> value.text().equalsIgnoreCase(record.traceId());
      case "span.id" -> value.text().equalsIgnoreCase(record.spanId());
      default -> false;
    };
  }

  private void place(String name, AnyValue value) {
    NamePlace place = PLACES.get(name);
    boolean isOfResource =
        place == null ? OF_RESOURCE.stream().anyMatch(name::startsWith) : place.isOfResource();
    (isOfResource ? resource : attributes).put(place == null ? name : place.name(), value);
  }
}
