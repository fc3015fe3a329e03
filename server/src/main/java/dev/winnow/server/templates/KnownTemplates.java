package dev.winnow.server.templates;

import dev.winnow.core.miner.Template;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates of a tenant as they are at one moment, with those that each has absorbed. */
final class KnownTemplates {
  private final Map<Long, StoredTemplate> templates = new HashMap<>();
  private final Map<Long, List<StoredTemplate>> absorbed = new HashMap<>();

  private KnownTemplates() {}

  static KnownTemplates of(TemplateStore store, String tenantId) {
    KnownTemplates known = new KnownTemplates();
    for (StoredTemplate template : store.templates(tenantId)) {
      known.templates.put(template.templateId(), template);
    }
    for (StoredTemplate template : known.templates.values()) {
      if (template.mergedInto() != template.templateId()) {
        known
            .absorbed
            .computeIfAbsent(known.resolve(template.templateId()), id -> new ArrayList<>())
            .add(template);
      }
    }
    return known;
  }

  /**
   * The id that a template has by now.
   *
   * @throws WinnowException {@code not_found} if it never had the one that is given
   */
  long current(long templateId) {
    if (!templates.containsKey(templateId)) {
      throw new WinnowException(
          ErrorCode.NOT_FOUND,
          "no template has or had the id " + HexFormat.of().toHexDigits(templateId));
    }
    return resolve(templateId);
  }

  private long resolve(long templateId) {
    long id = templateId;
    StoredTemplate template = templates.get(id);
    while (template != null && template.mergedInto() != id) {
      id = template.mergedInto();
      template = templates.get(id);
    }
    return id;
  }

  /** The text of a template; null if nothing of it was learned. */
  @Nullable String text(long templateId) {
    StoredTemplate template = templates.get(templateId);
    return template == null ? null : text(template);
  }

  /** The text of a stored template with literal text as it was written; null if it has none. */
  static @Nullable String text(StoredTemplate stored) {
    return stored.text().isEmpty()
        ? null
        : new Template(stored.templateId(), stored.text()).typedText();
  }

  /** What a template has absorbed, directly or not, in the order of the merges. */
  List<StoredTemplate> absorbedBy(long templateId) {
    return absorbed.getOrDefault(templateId, List.of()).stream()
        .sorted(
            Comparator.comparingLong(StoredTemplate::mergedAt)
                .thenComparingLong(StoredTemplate::templateId))
        .toList();
  }

  /** When a template, or one that it absorbed, was first committed; the largest number if never. */
  long firstSeen(long templateId) {
    StoredTemplate template = templates.get(templateId);
    long first = template == null ? Long.MAX_VALUE : template.firstSeen();
    for (StoredTemplate each : absorbed.getOrDefault(templateId, List.of())) {
      first = Math.min(first, each.firstSeen());
    }
    return first;
  }
}
