package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates of one tenant that others have absorbed, at one moment. */
final class TemplateAliases {
  private final Map<Long, Long> current = new HashMap<>();
  private final Map<Long, List<Long>> absorbed = new HashMap<>();

  TemplateAliases(TemplateStore templates, String tenantId) {
    for (StoredTemplate template : templates.templates(tenantId)) {
      if (template.mergedInto() != template.templateId()) {
        long into = templates.resolve(tenantId, template.templateId());
        current.put(template.templateId(), into);
        absorbed.computeIfAbsent(into, fresh -> new ArrayList<>()).add(template.templateId());
      }
    }
  }

  /** The id that stands for an id by now. */
  long current(long id) {
    return current.getOrDefault(id, id);
  }

  /** All ids that a current one stands for, itself included. */
  List<Long> idsOf(long id) {
    List<Long> ids = new ArrayList<>(absorbed.getOrDefault(id, List.of()));
    ids.add(id);
    return ids;
  }

  /** What stands for each absorbed id. */
  Map<Long, Long> all() {
    return current;
  }
}
