package dev.winnow.storage.control;

import java.time.Instant;
import java.util.List;

/**
 * Who changed what and when. Entries are added and grow old, but are never changed; the oldest give
 * way when there are more than {@value #MAX_ENTRIES}.
 */
public interface AuditLog {
  /** The number of entries that are kept, of all tenants together. */
  int MAX_ENTRIES = 100_000;

  /** The number of entries that {@link #newest} gives at most. */
  int MAX_PAGE = 1_000;

  /** An entry with its number; a later entry has a higher one, and no number occurs twice. */
  record Numbered(long number, AuditEntry entry) {}

  /** Adds an entry and returns its number, which is positive. */
  long append(AuditEntry entry);

  /**
   * A tenant's entries with numbers below {@code before}, the newest first.
   *
   * @param limit how many at most, 1 to {@value #MAX_PAGE}
   */
  List<Numbered> newest(String tenantId, long before, int limit);

  /** Removes the entries of before a time; returns how many. */
  int removeBefore(Instant time);
}
