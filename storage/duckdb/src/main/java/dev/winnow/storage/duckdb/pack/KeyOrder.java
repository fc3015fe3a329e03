package dev.winnow.storage.duckdb.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order of keys that most objects have theirs in. */
final class KeyOrder {
  /*
   * Each object says of neighbouring keys which comes first. The order takes the key next before
   * which the fewest objects have one of those that are left, which is a topological order if there
   * is one. Keys are few, so the square of their number is.
   */
  private record Neighbours(String first, String second) {}

  private final Map<Neighbours, Integer> counts = new HashMap<>();

  void add(List<String> keys) {
    for (int i = 1; i < keys.size(); i++) {
      counts.merge(new Neighbours(keys.get(i - 1), keys.get(i)), 1, Integer::sum);
    }
  }

  /** Some of the keys, in order. */
  List<String> of(Set<String> keys) {
    Map<String, Integer> before = new HashMap<>();
    counts.forEach((pair, count) -> {
      if (keys.contains(pair.first)) {
        before.merge(pair.second, count, Integer::sum);
      }
    });
    Set<String> left = new LinkedHashSet<>(keys);
    List<String> order = new ArrayList<>();
    while (!left.isEmpty()) {
      String next = left.iterator().next();
      for (String key : left) {
        if (before.getOrDefault(key, 0) < before.getOrDefault(next, 0)) {
          next = key;
        }
      }
      left.remove(next);
      order.add(next);
      for (String key : left) {
        Integer count = counts.get(new Neighbours(next, key));
        if (count != null) {
          before.merge(key, -count, Integer::sum);
        }
      }
    }
    return order;
  }
}
