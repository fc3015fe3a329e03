package dev.winnow.storage.control;

import dev.winnow.kernel.record.LogRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long some records are kept, and how much of them. What falls out goes by whole parts of the
 * store, the oldest first.
 *
 * @param name 1 to 32 lower-case letters, digits, hyphens and underscores; names a directory
 * @param position where the class stands among the others: the lowest is asked first
 * @param maxAge how old records may become, 1 hour at least
 * @param maxBytes how much of the disk they may take, 1 MiB at least; null for no limit
 * @param rules which records fall into the class: those that meet any of them
 */
public record RetentionClass(
    String name,
    int position,
    Duration maxAge,
    @Nullable Long maxBytes,
    List<RetentionRule> rules) {
  /** The name of the class for all records that fall into no other one. */
  public static final String DEFAULT_NAME = "default";

  /** How old records become unless somebody says otherwise. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(90);

  /** The number of rules that one class may have. */
  public static final int MAX_RULES = 100;

  private static final int MAX_NAME_LENGTH = 32;
  private static final int MAX_POSITION = 1_000_000;
  private static final Duration MIN_AGE = Duration.ofHours(1);
  private static final Duration MAX_AGE = Duration.ofDays(36_500);
  private static final long MIN_BYTES = 1 << 20;

  public RetentionClass {
    Valid.directoryName("name", name, MAX_NAME_LENGTH);
    if (position < 0 || position > MAX_POSITION) {
      throw Valid.refused("position", "must lie between 0 and " + MAX_POSITION);
    }
    maxAge = Duration.ofSeconds(maxAge.toSeconds());
    if (maxAge.compareTo(MIN_AGE) < 0 || maxAge.compareTo(MAX_AGE) > 0) {
      throw Valid.refused("max_age", "must lie between 1 hour and " + MAX_AGE.toDays() + " days");
    }
    if (maxBytes != null && maxBytes < MIN_BYTES) {
      throw Valid.refused("max_bytes", "is " + maxBytes + ", less than " + MIN_BYTES);
    }
    rules = List.copyOf(rules);
    if (rules.size() > MAX_RULES) {
      throw Valid.refused("rules", "are " + rules.size() + ", more than " + MAX_RULES);
    }
    if (name.equals(DEFAULT_NAME) && !rules.isEmpty()) {
      throw Valid.refused("rules", "must be empty: the default class takes all that is left");
    }
  }

  /** The class for all that falls into no other one, as it is in a new store. */
  public static RetentionClass initialDefault() {
    return new RetentionClass(DEFAULT_NAME, MAX_POSITION, DEFAULT_MAX_AGE, null, List.of());
  }

  public boolean isDefault() {
    return name.equals(DEFAULT_NAME);
  }

  /** Whether a record of a tenant meets any of the rules. */
  public boolean takes(String tenantId, LogRecord record, String templateId) {
    for (RetentionRule rule : rules) {
      if (rule.matches(tenantId, record, templateId)) {
        return true;
      }
    }
    return false;
  }
}
