package dev.winnow.pipeline;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.TemplateStore;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The templates of all tenants that were heard of lately. Safe for threads. */
final class TenantMiners {
  /** The templates of a tenant, and when they were last used, by a clock of uses. */
  private static final class Entry {
    private final TenantTemplates templates;
    private volatile long lastUse;

    private Entry(TenantTemplates templates) {
      this.templates = templates;
    }
  }

  private final TemplateStore store;
  private final MinerSettings settings;
  private final int maxTenants;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();
  private final LongAdder unusable = new LongAdder();

  TenantMiners(TemplateStore store, MinerSettings settings, int maxTenants) {
    this.store = store;
    this.settings = settings;
    this.maxTenants = maxTenants;
  }

  /** The templates of a tenant; read from the store if it was quiet for long. */
  TenantTemplates of(String tenantId) {
    Entry entry = entries.get(tenantId);
    if (entry == null) {
      // Two threads may read the same; one of them has done it for nothing.
      Entry loaded = new Entry(load(tenantId));
      entry = entries.computeIfAbsent(tenantId, absent -> loaded);
      entry.lastUse = uses.incrementAndGet();
      makeRoom();
    }
    entry.lastUse = uses.incrementAndGet();
    return entry.templates;
  }

  /** Calls {@code action} with every tenant. */
  void forEach(BiConsumer<String, TenantTemplates> action) {
    entries.forEach((tenantId, entry) -> action.accept(tenantId, entry.templates));
  }

  /** Saves what was learned of a tenant's templates since they were last saved. */
  void save(String tenantId, TenantTemplates templates) {
    Knowledge unsaved = templates.unsaved();
    if (unsaved != null) {
      try {
        store.saveKnowledge(tenantId, unsaved.toJson());
      } catch (WinnowException failure) {
        templates.notSaved();
        throw failure;
      }
    }
  }

  /** How often what was saved could not be used, so that a tenant's miner began with nothing. */
  long unusable() {
    return unusable.sum();
  }

  /** What the store was not told, as more was to be told than is allowed. */
  long lostChanges() {
    return entries.values().stream().mapToLong(entry -> entry.templates.lostChanges()).sum();
  }

  private TenantTemplates load(String tenantId) {
    Optional<Knowledge> saved = store.knowledge(tenantId).map(this::parse);
    TemplateMiner miner =
        saved
            .map(knowledge -> new TemplateMiner(settings, knowledge))
            .orElseGet(() -> new TemplateMiner(settings));
    return new TenantTemplates(miner, settings.maxTemplates(), store.templates(tenantId));
  }

  private @Nullable Knowledge parse(String json) {
    try {
      return Knowledge.parse(json);
    } catch (WinnowException damaged) {
      if (damaged.code() != ErrorCode.SNAPSHOT_UNUSABLE) {
        throw damaged;
      }
      unusable.increment();
      return null;
    }
  }

  private void makeRoom() {
    while (entries.size() > maxTenants) {
      entries.entrySet().stream()
          .min(Comparator.comparingLong(each -> each.getValue().lastUse))
          .ifPresent(quiet -> {
            if (entries.remove(quiet.getKey(), quiet.getValue())) {
              save(quiet.getKey(), quiet.getValue().templates);
            }
          });
    }
  }
}
