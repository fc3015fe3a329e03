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
  /** By aliases, of which none is used twice. */
  private final Map<String, PartFilters> filters = new LinkedHashMap<>(16, 0.75f, true);

  private final long maxBytes;
  private long bytes;

  FilterCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The filters of a packed part, read if they are not here. */
  PartFilters of(String alias, Supplier<PartFilters> reader) {
    PartFilters known = find(alias);
    if (known != null) {
      return known;
    }
    PartFilters read = reader.get();
    add(alias, read);
    return read;
  }

  private synchronized @Nullable PartFilters find(String alias) {
    return filters.get(alias);
  }

  private synchronized void add(String alias, PartFilters added) {
    if (filters.putIfAbsent(alias, added) == null) {
      bytes += added.bytes();
    }
    Iterator<PartFilters> unused = filters.values().iterator();
    while (bytes > maxBytes) {
      bytes -= unused.next().bytes();
      unused.remove();
    }
  }
}
