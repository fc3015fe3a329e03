package dev.winnow.storage.duckdb;

import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The templates of all tenants. */
final class KnownTemplates {
  /** How long a chain of merges is followed; the miner makes none of half this length. */
  private static final int MAX_MERGES = 64;

  private final Map<String, Map<Long, StoredTemplate>> byTenant = new HashMap<>();

  void learn(String tenantId, List<TemplateChange> changes, long now) {
    changes.forEach(change -> put(tenantId, changed(of(tenantId), change, now)));
  }

  private static StoredTemplate changed(
      Map<Long, StoredTemplate> templates, TemplateChange change, long now) {
    long id = change.templateId();
    StoredTemplate known = templates.getOrDefault(id, new StoredTemplate(id, "", now, id, 0));
    return switch (change) {
      case TemplateChange.Learned learned ->
          new StoredTemplate(id, learned.text(), known.firstSeen(), id, 0);
      case TemplateChange.Merged merged ->
          new StoredTemplate(id, known.text(), known.firstSeen(), merged.into(), now);
    };
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
    for (int merges = 0; merges < MAX_MERGES; merges++) {
      StoredTemplate template = templates.get(id);
      if (template == null || template.mergedInto() == id) {
        return id;
      }
      id = template.mergedInto();
    }
    return id;
  }
}
