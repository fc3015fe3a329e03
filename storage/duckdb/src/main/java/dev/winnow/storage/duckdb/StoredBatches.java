package dev.winnow.storage.duckdb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The identities of the batches that were committed last, to recognise one that comes again. */
final class StoredBatches {
  /** How many are remembered; the oldest is forgotten first. At most some 30 MB. */
  static final int MAX_REMEMBERED = 100_000;

  private final Map<String, Long> sequences = new LinkedHashMap<>();

  /** What identifies a batch among those of all tenants. */
  static String key(String tenantId, String batchId) {
    return tenantId + '\n' + batchId;
  }

  void add(String key, long sequence) {
    sequences.put(key, sequence);
    if (sequences.size() > MAX_REMEMBERED) {
      sequences.remove(sequences.keySet().iterator().next());
    }
  }

  OptionalLong sequence(String key) {
    Long sequence = sequences.get(key);
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }

  /** The commits of batches by what identifies these, the oldest first. */
  Map<String, Long> sequences() {
    return Collections.unmodifiableMap(sequences);
  }
}
