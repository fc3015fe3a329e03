package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.Deletion.State;
import dev.winnow.storage.control.DeletionStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDeletions implements DeletionStore {
  /** By id, in the order in which they were added. */
  private final Map<String, Deletion> deletions = new LinkedHashMap<>();

  private final Map<String, String> conditions = new HashMap<>();

  @Override
  public synchronized void add(Deletion deletion, String condition) {
    if (running().size() >= MAX_RUNNING) {
      throw new WinnowException(ErrorCode.OVERLOADED, MAX_RUNNING + " deletions are at work");
    }
    if (deletions.putIfAbsent(deletion.id(), deletion) != null) {
      throw new WinnowException(ErrorCode.NAME_TAKEN, "there is a deletion " + deletion.id());
    }
    conditions.put(deletion.id(), condition);
  }

  @Override
  public synchronized Optional<String> condition(String id) {
    return Optional.ofNullable(conditions.get(id));
  }

  @Override
  public synchronized void replace(Deletion deletion) {
    deletions.replace(deletion.id(), deletion);
    if (deletion.state() != State.RUNNING) {
      conditions.remove(deletion.id());
      list(deletion.tenantId()).stream()
          .filter(other -> other.state() != State.RUNNING)
          .skip(MAX_ENDED)
          .forEach(old -> deletions.remove(old.id()));
    }
  }

  @Override
  public synchronized Optional<Deletion> find(String tenantId, String id) {
    return Optional.ofNullable(deletions.get(id))
        .filter(deletion -> deletion.tenantId().equals(tenantId));
  }

  @Override
  public synchronized List<Deletion> list(String tenantId) {
    return deletions.values().stream()
        .filter(deletion -> deletion.tenantId().equals(tenantId))
        .toList()
        .reversed();
  }

  @Override
  public synchronized List<Deletion> running() {
    return deletions.values().stream()
        .filter(deletion -> deletion.state() == State.RUNNING)
        .toList();
  }
}
