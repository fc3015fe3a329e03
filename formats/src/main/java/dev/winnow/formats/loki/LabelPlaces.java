package dev.winnow.formats.loki;

import dev.winnow.formats.layout.NamePlace;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.HexId;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Puts labels and metadata where OpenTelemetry has what is called so. Not thread-safe.
 *
 * <p>Names of OpenTelemetry come with underscores, as Loki allows no dots. Of several names for one
 * place the one that the table has first gets it; the others, and names that are not known, are
 * attributes.
 */
final class LabelPlaces {
  private static final String TABLE =
      """
      attribute severity_text               severity_text level severity lvl loglevel log_level
      attribute severity_text               detected_level
      attribute trace_id                    trace_id traceid traceId traceID
      attribute span_id                     span_id spanid spanId spanID
      attribute scope.name                  scope_name logger logger_name
      resource  service.name                service_name service app application app_name
      resource  service.name                app_kubernetes_io_name job
      resource  service.namespace           service_namespace
      resource  service.instance.id         service_instance_id instance
      resource  service.version             service_version
      resource  deployment.environment.name deployment_environment_name deployment_environment
      resource  deployment.environment.name environment env
      resource  host.name                   host_name hostname host
      resource  cloud.region                cloud_region
      resource  cloud.availability_zone     cloud_availability_zone
      resource  container.name              container_name
      resource  container.id                container_id
      resource  k8s.cluster.name            k8s_cluster_name cluster
      resource  k8s.namespace.name          k8s_namespace_name namespace
      resource  k8s.node.name               k8s_node_name node_name
      resource  k8s.pod.name                k8s_pod_name pod
      resource  k8s.container.name          k8s_container_name container
      resource  k8s.deployment.name         k8s_deployment_name
      resource  k8s.statefulset.name        k8s_statefulset_name
      resource  k8s.daemonset.name          k8s_daemonset_name
      resource  k8s.replicaset.name         k8s_replicaset_name
      resource  k8s.job.name                k8s_job_name
      resource  k8s.cronjob.name            k8s_cronjob_name
      attribute log.file.path               log_file_path filename
      attribute thread.name                 thread_name thread
      """;

  private static final Map<String, NamePlace> PLACES = NamePlace.table(TABLE);

  /** The name by which each place is taken. */
  private final Map<String, String> takenBy = new HashMap<>();

  private LogRecord.Builder record = LogRecord.builder();
  private Attributes.Builder resource = Attributes.builder();
  private Attributes.Builder attributes = Attributes.builder();

  /** A record with all that {@code named} says, and what only {@code said} has. */
  LogRecord.Builder arrange(LogRecord said, Map<String, String> named) {
    record = said.toBuilder();
    resource = said.resource().attributes().toBuilder();
    attributes = said.attributes().toBuilder();
    takenBy.clear();
    named.forEach(this::choose);
    named.forEach(this::put);
    Attributes described = resource.build();
    return record
        .resource(described.isEmpty() ? Resource.EMPTY : new Resource(described))
        .attributes(attributes.build());
  }

  private void choose(String name, String value) {
    NamePlace place = PLACES.get(name);
    if (place != null && !value.isEmpty()) {
      takenBy.merge(place.name(), name, LabelPlaces::first);
    }
  }

  private static String first(String one, String other) {
    return rank(one) < rank(other) ? one : other;
  }

  private static int rank(String name) {
    NamePlace place = PLACES.get(name);
    return place == null ? Integer.MAX_VALUE : place.rank();
  }

  private void put(String name, String value) {
    NamePlace place = PLACES.get(name);
    boolean isPlaced = place != null && name.equals(takenBy.get(place.name()));
    if (place == null || !isPlaced || !isPut(place, value)) {
      attributes.put(name, value);
    }
  }

  /** Puts a value in its place; false if it is none that may stand there. */
  private boolean isPut(NamePlace place, String value) {
    switch (place.name()) {
      case "severity_text" -> record.severityNumber(SeverityNumber.UNSPECIFIED).severityText(value);
      case "scope.name" -> record.scope(InstrumentationScope.of(value));
      case "trace_id" -> {
        String id = value.toLowerCase(Locale.ROOT);
        if (!HexId.isTraceId(id)) {
          return false;
        }
        record.traceId(id);
      }
      case "span_id" -> {
        String id = value.toLowerCase(Locale.ROOT);
        if (!HexId.isSpanId(id)) {
          return false;
        }
        record.spanId(id);
      }
      default -> (place.isOfResource() ? resource : attributes).put(place.name(), value);
    }
    return true;
  }
}
