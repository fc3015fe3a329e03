package dev.winnow.core.miner;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Earlier ids of templates and the ids that they stand for by now; the oldest alias gives way. */
final class Aliases {
  private final LinkedHashMap<Long, Long> targets = new LinkedHashMap<>();
  private final int capacity;

  Aliases(int capacity) {
    this.capacity = capacity;
  }

  void put(long alias, long target) {
    if (alias == target) {
      return;
    }
    targets.remove(target);
    targets.put(alias, target);
    if (targets.size() > capacity) {
      Iterator<Long> oldest = targets.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Says that an id is the one of a template again. */
  void remove(long id) {
    targets.remove(id);
  }

  long resolve(long id) {
    long at = id;
    Long next = targets.get(at);
    while (next != null) {
      at = next;
      next = targets.get(at);
    }
    return at;
  }

  int size() {
    return targets.size();
  }

  Set<Map.Entry<Long, Long>> entries() {
    return new HashMap<>(targets).entrySet();
  }
}
