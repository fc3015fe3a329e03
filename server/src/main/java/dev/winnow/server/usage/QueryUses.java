package dev.winnow.server.usage;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.QueryUsage.Subject;
import dev.winnow.storage.control.QueryUsageStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes what queries touch, and writes it behind them, so that none waits for it. Thread-safe.
 *
 * <p>Up to {@value #MOST_WAITING} names wait to be written; what is touched beyond is not noted.
 */
public final class QueryUses {
  static final int MOST_WAITING = 10_000;

  /** Longer names are those of no field and no template. */
  private static final int LONGEST_NAME = 200;

  private record Name(String tenantId, Subject subject, String name) {}

  private final QueryUsageStore store;
  private final InstantSource clock;
  private final Counter dropped;
  private Map<Name, QueryUsage> waiting = new HashMap<>();

  public QueryUses(QueryUsageStore store, InstantSource clock, MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    dropped =
        Counter.builder("winnow.query.uses.dropped")
            .description("Uses of a field or template by a query that were not noted")
            .register(metrics);
  }

  /** Notes what a query names. */
  public void note(Selection selection) {
    Touched touched = Touched.by(selection);
    note(selection.tenantId(), Subject.FIELD, touched.fields());
    note(selection.tenantId(), Subject.TEMPLATE, touched.templates());
  }

  /** Notes names that a query touches. */
  public void note(String tenantId, Subject subject, Iterable<String> names) {
    Instant now = clock.instant();
    for (String name : names) {
      if (isName(name)) {
        note(tenantId, new QueryUsage(subject, name, 1, now));
      }
    }
  }

  private synchronized void note(String tenantId, QueryUsage use) {
    Name key = new Name(tenantId, use.subject(), use.name());
    if (waiting.containsKey(key) || waiting.size() < MOST_WAITING) {
      waiting.merge(key, use, QueryUsage::plus);
    } else {
      dropped.increment((double) use.count());
    }
  }

  /** Whether a store takes it for a name; a query may ask for anything. */
  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c));
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Writes what was noted since this was last done; what cannot be written waits again. */
  public void save() {
    Map<String, List<QueryUsage>> byTenant = new HashMap<>();
    taken()
        .forEach((name, usage) ->
            byTenant.computeIfAbsent(name.tenantId(), tenant -> new ArrayList<>()).add(usage));
    List<WinnowException> failures = new ArrayList<>();
    byTenant.forEach((tenantId, uses) -> {
      try {
        store.add(tenantId, uses);
      } catch (WinnowException failure) {
        failures.add(failure);
        uses.forEach(use -> note(tenantId, use));
      }
    });
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private synchronized Map<Name, QueryUsage> taken() {
    Map<Name, QueryUsage> taken = waiting;
    waiting = new HashMap<>();
    return taken;
  }

  /** What a tenant's queries touched most often, up to what was written last. */
  public QueryUsageAnswer mostUsed(String tenantId, int limit) {
    return new QueryUsageAnswer(
        entries(tenantId, Subject.FIELD, limit), entries(tenantId, Subject.TEMPLATE, limit));
  }

  private List<QueryUsageAnswer.Entry> entries(String tenantId, Subject subject, int limit) {
    return store.mostUsed(tenantId, subject, limit).stream()
        .map(usage -> new QueryUsageAnswer.Entry(usage.name(), usage.count(), usage.lastUsed()))
        .toList();
  }
}
