package dev.winnow.storage.testkit;

import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TemplateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Templates in memory. */
final class InMemoryTemplates implements TemplateStore {
  private final Map<String, Map<Long, StoredTemplate>> byTenant = new HashMap<>();
  private final Map<String, String> knowledge = new HashMap<>();

  synchronized void learn(String tenantId, List<TemplateChange> changes, long now) {
    Map<Long, StoredTemplate> templates =
        byTenant.computeIfAbsent(tenantId, tenant -> new LinkedHashMap<>());
    for (TemplateChange change : changes) {
      switch (change) {
        case TemplateChange.Learned(long id, String text) -> file(templates, id, text, id, now);
        case TemplateChange.Merged(long id, long into) -> merge(templates, id, into, now);
      }
    }
  }

  private static void merge(Map<Long, StoredTemplate> templates, long id, long into, long now) {
    if (id == into) {
      return;
    }
    if (aliasesFrom(templates, into).contains(id)) {
      file(templates, into, textOf(templates, into), into, now);
    }
    file(templates, id, textOf(templates, id), into, now);
  }

  /** Forgets the texts of templates that none of those that are counted is, or stands for. */
  synchronized void forgetTexts(String tenantId, Set<Long> ids, Set<Long> counted) {
    Set<Long> inUse = new HashSet<>(counted);
    counted.forEach(id -> inUse.add(resolve(tenantId, id)));
    byTenant
        .getOrDefault(tenantId, Map.of())
        .replaceAll((id, template) ->
            ids.contains(id) && !inUse.contains(id) ? template.withoutText() : template);
  }

  private static String textOf(Map<Long, StoredTemplate> templates, long id) {
    StoredTemplate known = templates.get(id);
    return known == null ? "" : known.text();
  }

  private static void file(
      Map<Long, StoredTemplate> templates, long id, String text, long into, long now) {
    StoredTemplate known = templates.get(id);
    long firstSeen = known == null ? now : known.firstSeen();
    templates.put(id, new StoredTemplate(id, text, firstSeen, into, into == id ? 0 : now));
  }

  /** An id and those that it leads to, the one that stands for all of them being the last. */
  private static List<Long> aliasesFrom(Map<Long, StoredTemplate> templates, long id) {
    List<Long> ids = new ArrayList<>(List.of(id));
    StoredTemplate template = templates.get(id);
    while (template != null && template.mergedInto() != template.templateId()) {
      ids.add(template.mergedInto());
      template = templates.get(template.mergedInto());
    }
    return ids;
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
    return aliasesFrom(of(tenantId), templateId).getLast();
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
