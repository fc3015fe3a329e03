package dev.winnow.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions about stored records. Safe for use by many threads.
 *
 * <p>An answer covers everything that was acknowledged before the question was asked, and no record
 * of another tenant. What an engine cannot answer exactly it refuses with {@code
 * unsupported_query}; what takes longer than the limit ends with {@code query_timeout}.
 */
public interface LogReader {
  /** Records in order; fewer than the limit only if there are no more. */
  List<StoredRecord> search(RecordQuery query);

  /** The record with an id; empty if there is none, or none any more. */
  Optional<StoredRecord> find(String tenantId, RecordId id);

  /** What happened around a record, itself included, the oldest first; empty if it is gone. */
  List<StoredRecord> around(ContextQuery query);

  /** Numbers of records, exact; what has no record has no entry. In no particular order. */
  List<Count> counts(CountQuery query);

  /** Whether {@link #counts} can answer without reading records, in a few milliseconds. */
  boolean isCounted(CountQuery query);

  /** The values of a field; those of {@code service} are the names as texts, as in counts. */
  Facet facet(FacetQuery query);

  /** Records of a tenant in the order of their commits, from behind a place on. */
  List<StoredRecord> since(String tenantId, RecordId after, int limit);

  /** What is kept of what a tenant sent on a day of commits, by the names of the services. */
  Map<String, Volume> volumes(String tenantId, LocalDate day);
}
