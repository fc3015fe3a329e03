package dev.winnow.storage.duckdb.query;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The filters of packed parts, in memory as far as there is room; what was not used for longest
 * gives way. Thread-safe.
 */
final class FilterCache {
  /** By the name of the part and the filter; no part's name is used twice. */
  private final Map<String, PartFilters> filters = new LinkedHashMap<>(16, 0.75f, true);

  private final long maxBytes;
  private long bytes;

  FilterCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Some filters of a packed part, read if they are not here. */
  PartFilters of(String name, Supplier<PartFilters> reader) {
    PartFilters known = find(name);
    if (known != null) {
      return known;
    }
    PartFilters read = reader.get();
    add(name, read);
    return read;
  }

  private synchronized @Nullable PartFilters find(String name) {
    return filters.get(name);
  }

  private synchronized void add(String name, PartFilters added) {
    if (added.bytes() > maxBytes || filters.putIfAbsent(name, added) != null) {
      return;
    }
    bytes += added.bytes();
    Iterator<PartFilters> unused = filters.values().iterator();
    while (bytes > maxBytes) {
      bytes -= unused.next().bytes();
      unused.remove();
    }
  }
}
