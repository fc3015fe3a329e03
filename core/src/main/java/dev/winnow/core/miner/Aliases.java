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
  private long puts;

  Aliases(int capacity) {
    this.capacity = capacity;
  }

  void put(long alias, long target) {
    if (alias == target) {
      return;
    }
    targets.remove(target);
    targets.putLast(alias, target);
    puts++;
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

  /** How often an alias was put: a place to which {@link #since} goes back. */
  long puts() {
    return puts;
  }

  /** The aliases that were put since a place, the newest first; earlier ones may be among them. */
  Map<Long, Long> since(long place) {
    Map<Long, Long> newest = new LinkedHashMap<>();
    long wanted = puts - place;
    if (wanted > 0) {
      targets.sequencedEntrySet().reversed().stream()
          .limit(wanted)
          .forEach(alias -> newest.put(alias.getKey(), alias.getValue()));
    }
    return newest;
  }

  int size() {
    return targets.size();
  }

  Set<Map.Entry<Long, Long>> entries() {
    return new HashMap<>(targets).entrySet();
  }
}
