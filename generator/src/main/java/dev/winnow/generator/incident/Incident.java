package dev.winnow.generator.incident;

import dev.winnow.generator.shop.Service;

/**
 * Something that goes wrong once.
 *
 * @param root the service that causes it
 * @param start in nanoseconds since 1970
 * @param end likewise, exclusive
 */
public record Incident(IncidentKind kind, Service root, long start, long end) {
  public boolean isAt(long time) {
    return time >= start && time < end;
  }

  /** Whether it is this service's, and of this kind. */
  public boolean is(IncidentKind other, Service service) {
    return kind == other && root.equals(service);
  }
}
