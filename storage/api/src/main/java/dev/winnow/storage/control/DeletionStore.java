package dev.winnow.storage.control;

import java.util.List;
import java.util.Optional;

/**
 * The deletions of records that were asked for. Those that have ended grow old; of each tenant the
 * oldest give way when there are more than {@value #MAX_ENDED}.
 */
public interface DeletionStore {
  /** The number of deletions, of all tenants together, that may wait or be at work. */
  int MAX_RUNNING = 16;

  /** The number of ended deletions of a tenant that are kept. */
  int MAX_ENDED = 1_000;

  /**
   * Adds a deletion that is to run.
   *
   * @param condition what the records meet, as JSON
   * @throws dev.winnow.kernel.WinnowException if there are {@value #MAX_RUNNING} already ({@code
   *     OVERLOADED}) or one has its id ({@code NAME_TAKEN})
   */
  void add(Deletion deletion, String condition);

  /** The condition of a deletion that has not ended; forgotten, also on the disk, when it has. */
  Optional<String> condition(String id);

  /** Puts what is known of a deletion by now in the place of what was known. */
  void replace(Deletion deletion);

  /** The tenant's deletion of that id. */
  Optional<Deletion> find(String tenantId, String id);

  /** The deletions of a tenant, those that were asked for last first. */
  List<Deletion> list(String tenantId);

  /** The deletions of all tenants that have not ended, in the order in which they were added. */
  List<Deletion> running();
}
