package dev.winnow.storage.testkit;

import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TemplateStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates in memory. */
final class InMemoryTemplates implements TemplateStore {
  private final Map<String, Map<Long, StoredTemplate>> byTenant = new HashMap<>();
  private final Map<String, String> knowledge = new HashMap<>();

  synchronized void learn(String tenantId, List<TemplateChange> changes, long now) {
    Map<Long, StoredTemplate> templates =
        byTenant.computeIfAbsent(tenantId, tenant -> new LinkedHashMap<>());
    for (TemplateChange change : changes) {
      long id = change.templateId();
      StoredTemplate known = templates.getOrDefault(id, new StoredTemplate(id, "", now, id, 0));
      templates.put(
          id,
          switch (change) {
            case TemplateChange.Learned learned ->
                new StoredTemplate(id, learned.text(), known.firstSeen(), id, 0);
            case TemplateChange.Merged merged ->
                new StoredTemplate(id, known.text(), known.firstSeen(), merged.into(), now);
          });
    }
  }

  @Override
  public synchronized Optional<StoredTemplate> template(String tenantId, long templateId) {
    return Optional.ofNullable(of(tenantId).get(templateId));
  }

  @Override
  public synchronized Collection<StoredTemplate> templates(String tenantId) {
    return List.copyOf(of(tenantId).values());
  }

  @Override
  public synchronized long resolve(String tenantId, long templateId) {
    Map<Long, StoredTemplate> templates = of(tenantId);
    long id = templateId;
    StoredTemplate template = templates.get(id);
    while (template != null && template.mergedInto() != id) {
      id = template.mergedInto();
      template = templates.get(id);
    }
    return id;
  }

  private Map<Long, StoredTemplate> of(String tenantId) {
    return byTenant.getOrDefault(tenantId, Map.of());
  }

  @Override
  public synchronized Optional<String> knowledge(String tenantId) {
    return Optional.ofNullable(knowledge.get(tenantId));
  }

  @Override
  public synchronized void saveKnowledge(String tenantId, String json) {
    knowledge.put(tenantId, json);
  }
}
