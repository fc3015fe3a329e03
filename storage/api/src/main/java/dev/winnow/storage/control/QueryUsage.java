package dev.winnow.storage.control;

import java.time.Instant;

/**
 * How often queries touched a field or a template.
 *
 * @param name the field's name or the template's id
 * @param count how many queries did; 1 at least
 * @param lastUsed when one did last
 */
public record QueryUsage(Subject subject, String name, long count, Instant lastUsed) {
  /** What a query touches. */
  public enum Subject {
    FIELD,
    TEMPLATE
  }

  public QueryUsage {
    Valid.name("name", name);
    if (count < 1) {
      throw Valid.refused("count", "is " + count + ", less than 1");
    }
    lastUsed = Valid.time("last_used", lastUsed);
  }

  /** Both together, which must be of one subject and name. */
  public QueryUsage plus(QueryUsage other) {
    Instant later = lastUsed.isAfter(other.lastUsed) ? lastUsed : other.lastUsed;
    return new QueryUsage(subject, name, count + other.count, later);
  }
}
