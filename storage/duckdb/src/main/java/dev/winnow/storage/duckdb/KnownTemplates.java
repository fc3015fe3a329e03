package dev.winnow.storage.duckdb;

import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The templates of all tenants. No alias leads in a circle. */
final class KnownTemplates {
  private final Map<String, Map<Long, StoredTemplate>> byTenant = new HashMap<>();

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
    byTenant
        .computeIfAbsent(tenantId, tenant -> new HashMap<>())
        .put(template.templateId(), template);
  }

  /** The templates of a tenant by their ids. */
  Map<Long, StoredTemplate> of(String tenantId) {
    return byTenant.getOrDefault(tenantId, Map.of());
  }

  void forEach(BiConsumer<String, StoredTemplate> action) {
    byTenant.forEach((tenantId, templates) ->
        templates.values().forEach(template -> action.accept(tenantId, template)));
  }

  int size() {
    return byTenant.values().stream().mapToInt(Map::size).sum();
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
