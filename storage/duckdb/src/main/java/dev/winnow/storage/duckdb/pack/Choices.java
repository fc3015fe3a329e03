package dev.winnow.storage.duckdb.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The texts of columns that may have few; a column with many drops out. */
final class Choices {
  private static final int MAX_TEXTS = 4_000;
  private static final int MAX_CHARACTERS = 1 << 20;

  private final Map<String, Set<String>> columns = new HashMap<>();

  Choices(Iterable<String> names) {
    names.forEach(name -> columns.put(name, new HashSet<>()));
  }

  Set<String> columns() {
    return Set.copyOf(columns.keySet());
  }

  Set<String> of(String column) {
    return columns.getOrDefault(column, Set.of());
  }

  void add(String column, String text) {
    Set<String> texts = columns.get(column);
    if (texts != null && texts.add(text)) {
      long characters = texts.stream().mapToLong(String::length).sum();
      if (texts.size() > MAX_TEXTS || characters > MAX_CHARACTERS) {
        columns.remove(column);
      }
    }
  }
}
