package dev.winnow.storage;

import java.util.Collection;
import java.util.Optional;

/** The templates that were committed with records, and what the miner knew. */
public interface TemplateStore {
  /** A template by an id, current or earlier, as it was filed. */
  Optional<StoredTemplate> template(String tenantId, long templateId);

  /** All templates of a tenant, absorbed ones included. */
  Collection<StoredTemplate> templates(String tenantId);

  /** The id that stands for an id by now; the id itself if nothing absorbed it. */
  long resolve(String tenantId, long templateId);

  /** What the miner of a tenant knew when it was last saved; empty if never. */
  Optional<String> knowledge(String tenantId);

  /** Saves what the miner of a tenant knows, as JSON, in place of what was saved before. */
  void saveKnowledge(String tenantId, String json);
}
