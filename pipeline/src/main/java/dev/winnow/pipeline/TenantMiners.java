package dev.winnow.pipeline;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.TemplateStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** The templates of all tenants that were heard of lately. Safe for threads. */
final class TenantMiners {
  private static final Logger LOGGER = System.getLogger(TenantMiners.class.getName());

  /** The templates of a tenant, and when they were last used, by a clock of uses. */
  private static final class Entry {
    private final TenantTemplates templates;
    private volatile long lastUse;

    private Entry(TenantTemplates templates, long firstUse) {
      this.templates = templates;
      this.lastUse = firstUse;
    }
  }

  private final TemplateStore store;
  private final MinerSettings settings;
  private final int maxTenants;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();
  private final LongAdder unusable = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private final LongAdder failedSaves = new LongAdder();
  private final LongAdder changesLostByEvicted = new LongAdder();

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
      Entry loaded = new Entry(load(tenantId), uses.incrementAndGet());
      entry = entries.computeIfAbsent(tenantId, absent -> loaded);
      makeRoom();
    }
    entry.lastUse = uses.incrementAndGet();
    return entry.templates;
  }

  /** Calls {@code action} with every tenant. */
  void forEach(BiConsumer<String, TenantTemplates> action) {
    entries.forEach((tenantId, entry) -> action.accept(tenantId, entry.templates));
  }

  /** Forgets templates of a tenant, also what was saved of them. */
  void forget(String tenantId, Set<Long> templateIds) {
    TenantTemplates templates = of(tenantId);
    templates.forget(templateIds);
    save(tenantId, templates);
  }

  /** Saves what was learned of a tenant's templates since they were last saved. */
  void save(String tenantId, TenantTemplates templates) {
    Knowledge unsaved = templates.unsaved();
    if (unsaved != null) {
      try {
        store.saveKnowledge(tenantId, unsaved.toJson());
      } catch (WinnowException failure) {
        templates.notSaved();
        failedSaves.increment();
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
    long lost = changesLostByEvicted.sum();
    for (Entry entry : entries.values()) {
      lost += entry.templates.lostChanges();
    }
    return lost;
  }

  /** How often a tenant gave way to another. */
  long evicted() {
    return evicted.sum();
  }

  /** How often what was learned could not be saved. */
  long failedSaves() {
    return failedSaves.sum();
  }

  private TenantTemplates load(String tenantId) {
    TemplateMiner miner =
        saved(tenantId)
            .map(knowledge -> new TemplateMiner(settings, knowledge))
            .orElseGet(() -> new TemplateMiner(settings));
    return new TenantTemplates(miner, settings.maxTemplates(), store.templates(tenantId));
  }

  /** What was saved of a tenant, unless it is damaged: then it is learned again. */
  private Optional<Knowledge> saved(String tenantId) {
    try {
      return store.knowledge(tenantId).map(Knowledge::parse);
    } catch (WinnowException damaged) {
      if (damaged.code() != ErrorCode.SNAPSHOT_UNUSABLE
          && damaged.code() != ErrorCode.STORAGE_CORRUPT) {
        throw damaged;
      }
      unusable.increment();
      return Optional.empty();
    }
  }

  private void makeRoom() {
    while (entries.size() > maxTenants) {
      entries.entrySet().stream()
          .min(Comparator.comparingLong(each -> each.getValue().lastUse))
          .ifPresent(quiet -> {
            if (entries.remove(quiet.getKey(), quiet.getValue())) {
              evicted.increment();
              saveLast(quiet.getKey(), quiet.getValue().templates);
            }
          });
    }
  }

  /** Saves what is about to be forgotten; that it cannot be is no fault of who needs the room. */
  private void saveLast(String tenantId, TenantTemplates templates) {
    changesLostByEvicted.add(templates.lostChanges());
    try {
      save(tenantId, templates);
    } catch (WinnowException failure) {
      LOGGER.log(Level.WARNING, "what was learned of tenant " + tenantId + " is lost", failure);
    }
  }
}
