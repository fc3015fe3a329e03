package dev.winnow.storage.testkit.control;

import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.QueryUsage.Subject;
import dev.winnow.storage.control.QueryUsageStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryUsage implements QueryUsageStore {
  private static final Comparator<QueryUsage> MOST_USED_FIRST =
      Comparator.comparingLong(QueryUsage::count).reversed().thenComparing(QueryUsage::name);

  /** The order in which names give way last. */
  private static final Comparator<QueryUsage> LATEST_FIRST =
      Comparator.comparing(QueryUsage::lastUsed).reversed().thenComparing(QueryUsage::name);

  private record Key(String tenantId, Subject subject) {}

  private final Map<Key, Map<String, QueryUsage>> kept = new HashMap<>();

  @Override
  public synchronized void add(String tenantId, List<QueryUsage> uses) {
    for (QueryUsage use : uses) {
      kept.computeIfAbsent(new Key(tenantId, use.subject()), key -> new HashMap<>())
          .merge(use.name(), use, QueryUsage::plus);
    }
    for (Subject subject : Subject.values()) {
      Collection<QueryUsage> names = names(tenantId, subject);
      names.removeAll(names.stream().sorted(LATEST_FIRST).skip(MAX_NAMES).toList());
    }
  }

  private Collection<QueryUsage> names(String tenantId, Subject subject) {
    return kept.getOrDefault(new Key(tenantId, subject), new HashMap<>()).values();
  }

  @Override
  public synchronized List<QueryUsage> mostUsed(String tenantId, Subject subject, int limit) {
    return names(tenantId, subject).stream().sorted(MOST_USED_FIRST).limit(limit).toList();
  }
}
