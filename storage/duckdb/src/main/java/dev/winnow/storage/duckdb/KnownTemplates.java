package dev.winnow.storage.duckdb;

import dev.winnow.storage.CountDelta;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The templates of all tenants. No alias leads in a circle.
 *
 * <p>A tenant has a limit, a few times what its miner knows. Beyond it goes what no record had for
 * longest; records of it stay, and are shown without its text, or apart from what absorbed it.
 */
final class KnownTemplates {
  static final int MAX_OF_TENANT = 50_000;

  private static final int MAX_CHARACTERS_OF_TENANT = 32 << 20;

  private static final class OfTenant {
    /** The one that no record had for longest first. */
    private final Map<Long, StoredTemplate> byId = new LinkedHashMap<>();

    private long characters;

    void meet(long templateId) {
      StoredTemplate template = byId.remove(templateId);
      if (template != null) {
        byId.put(templateId, template);
      }
    }

    void put(StoredTemplate template) {
      StoredTemplate former = byId.remove(template.templateId());
      byId.put(template.templateId(), template);
      characters += template.text().length() - (former == null ? 0 : former.text().length());
    }

    boolean forgetOne() {
      boolean isOver = byId.size() > MAX_OF_TENANT || characters > MAX_CHARACTERS_OF_TENANT;
      if (isOver) {
        StoredTemplate eldest = byId.values().iterator().next();
        byId.remove(eldest.templateId());
        characters -= eldest.text().length();
      }
      return isOver;
    }
  }

  private final Map<String, OfTenant> byTenant = new HashMap<>();
  private long forgotten;

  /** Remembers that records had these templates. */
  void meet(String tenantId, List<CountDelta> counts) {
    OfTenant known = byTenant.get(tenantId);
    if (known != null) {
      counts.forEach(count -> known.meet(count.templateId()));
    }
  }

  /** How many templates went, of all tenants, since this was made. */
  long forgotten() {
    return forgotten;
  }

  void learn(String tenantId, List<TemplateChange> changes, long now) {
    for (TemplateChange change : changes) {
      switch (change) {
        case TemplateChange.Learned learned -> {
          StoredTemplate known = known(tenantId, learned.templateId(), now);
          put(tenantId, standingForItself(known, learned.text()));
        }
        case TemplateChange.Merged merged -> merge(tenantId, merged, now);
      }
    }
  }

  private void merge(String tenantId, TemplateChange.Merged merged, long now) {
    long id = merged.templateId();
    long into = merged.into();
    if (id == into) {
      return;
    }
    if (leadsTo(tenantId, into, id)) {
      StoredTemplate other = known(tenantId, into, now);
      put(tenantId, standingForItself(other, other.text()));
    }
    StoredTemplate known = known(tenantId, id, now);
    put(tenantId, new StoredTemplate(id, known.text(), known.firstSeen(), into, now));
  }

  private StoredTemplate known(String tenantId, long id, long now) {
    return of(tenantId).getOrDefault(id, new StoredTemplate(id, "", now, id, 0));
  }

  private static StoredTemplate standingForItself(StoredTemplate template, String text) {
    long id = template.templateId();
    return new StoredTemplate(id, text, template.firstSeen(), id, 0);
  }

  /** Whether an id is an alias, be it by way of others, of another one. */
  private boolean leadsTo(String tenantId, long alias, long id) {
    Map<Long, StoredTemplate> templates = of(tenantId);
    long at = alias;
    for (long next = next(templates, at); next != at; next = next(templates, at)) {
      at = next;
      if (at == id) {
        return true;
      }
    }
    return false;
  }

  private static long next(Map<Long, StoredTemplate> templates, long id) {
    StoredTemplate template = templates.get(id);
    return template == null ? id : template.mergedInto();
  }

  void put(String tenantId, StoredTemplate template) {
    OfTenant templates = byTenant.computeIfAbsent(tenantId, tenant -> new OfTenant());
    templates.put(template);
    while (templates.forgetOne()) {
      forgotten++;
    }
  }

  /** Forgets the texts of templates that none of those that are counted is, or stands for. */
  void forgetTexts(String tenantId, Set<Long> ids, Set<Long> counted) {
    Set<Long> inUse = new HashSet<>(counted);
    counted.forEach(id -> inUse.add(resolve(tenantId, id)));
    for (long id : ids) {
      StoredTemplate template = of(tenantId).get(id);
      if (template != null && !inUse.contains(id)) {
        put(tenantId, template.withoutText());
      }
    }
  }

  /** The templates of a tenant by their ids. */
  Map<Long, StoredTemplate> of(String tenantId) {
    OfTenant templates = byTenant.get(tenantId);
    return templates == null ? Map.of() : templates.byId;
  }

  void forEach(BiConsumer<String, StoredTemplate> action) {
    byTenant.forEach((tenantId, templates) ->
        templates.byId.values().forEach(template -> action.accept(tenantId, template)));
  }

  int size() {
    return byTenant.values().stream().mapToInt(templates -> templates.byId.size()).sum();
  }

  long resolve(String tenantId, long templateId) {
    Map<Long, StoredTemplate> templates = of(tenantId);
    long id = templateId;
    for (long next = next(templates, id); next != id; next = next(templates, id)) {
      id = next;
    }
    return id;
  }
}
