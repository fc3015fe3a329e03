package dev.winnow.pipeline;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.miner.Template;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.miner.TemplateNews;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TemplateChange.Learned;
import dev.winnow.storage.TemplateChange.Merged;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates of a tenant, and what the store has not been told of them. Safe for threads. */
final class TenantTemplates {
  /*
   * A template may be in the batches of several requests before any of them is durable, and each may
   * fail. So every batch brings all changes that no durable one has brought, not only its own; a
   * store takes the same change twice without harm. Batches may become durable in another order than
   * they were made in, and the older text of a template be stored last: so when one is durable, what
   * it brought is compared with what is true by then, and the difference is a change again.
   *
   * The lock is held for looking a form up, most often, and never while anything is read or written.
   */

  private final TemplateMiner miner;
  private final int maxChanges;
  private final Map<Long, TemplateChange> changes = new LinkedHashMap<>();
  private boolean isUnlearnedTold;
  private boolean isSaved = true;
  private long lostChanges;

  /** Templates of which a store knows these. */
  TenantTemplates(TemplateMiner miner, int maxChanges, Collection<StoredTemplate> stored) {
    this.miner = miner;
    this.maxChanges = maxChanges;
    Map<Long, StoredTemplate> known = new HashMap<>();
    stored.forEach(template -> known.put(template.templateId(), template));
    isUnlearnedTold = known.containsKey(TemplateMiner.UNLEARNED);
    takeNews();
    changes.values().removeIf(change -> isKnown(change, known.get(change.templateId())));
  }

  private static boolean isKnown(TemplateChange change, @Nullable StoredTemplate stored) {
    return switch (change) {
      case Learned learned ->
          stored != null
              && (stored.mergedInto() != learned.templateId()
                  || stored.text().equals(learned.text()));
      case Merged merged -> stored != null && stored.mergedInto() != merged.templateId();
    };
  }

  /** Counts a record by the form just scanned; the id of its template as known now. */
  synchronized long add(FormScanner scanner, long formId) {
    long id = miner.add(scanner, formId);
    if (id == TemplateMiner.UNLEARNED && !isUnlearnedTold) {
      isUnlearnedTold = true;
      put(new Learned(id, Objects.requireNonNull(miner.template(id)).text()));
    }
    return id;
  }

  /** Everything that is to be told to the store; the batch that tells it says so when durable. */
  synchronized List<TemplateChange> changes() {
    takeNews();
    return List.copyOf(changes.values());
  }

  /** Takes note that a batch with these changes is durable. */
  synchronized void committed(List<TemplateChange> durable) {
    takeNews();
    for (TemplateChange change : durable) {
      TemplateChange current = current(change.templateId(), change);
      if (current.equals(change)) {
        changes.remove(change.templateId());
      } else {
        put(current);
      }
    }
  }

  /** Forgets templates; whatever is learned of them from now on is told to the store again. */
  synchronized void forget(Set<Long> templateIds) {
    takeNews();
    for (long id : templateIds) {
      changes.remove(miner.resolve(id));
      changes.remove(id);
      miner.forget(id);
    }
    isUnlearnedTold &= !templateIds.contains(TemplateMiner.UNLEARNED);
    isSaved = false;
  }

  /** What was learned since this was last asked; null if that is nothing. */
  synchronized @Nullable Knowledge unsaved() {
    takeNews();
    if (isSaved) {
      return null;
    }
    isSaved = true;
    return miner.knowledge();
  }

  /** Takes note that what was learned could not be saved. */
  synchronized void notSaved() {
    isSaved = false;
  }

  /** Changes that gave way as more were to be told than is allowed. */
  synchronized long lostChanges() {
    return lostChanges;
  }

  private void takeNews() {
    TemplateNews news = miner.takeNews();
    isSaved &= news.learned().isEmpty() && news.merged().isEmpty();
    news.learned().forEach(template -> put(new Learned(template.id(), template.text())));
    news.merged().forEach((id, into) -> put(new Merged(id, into)));
  }

  private void put(TemplateChange change) {
    changes.remove(change.templateId());
    changes.put(change.templateId(), change);
    if (changes.size() > maxChanges) {
      Iterator<Long> oldest = changes.keySet().iterator();
      oldest.next();
      oldest.remove();
      lostChanges++;
    }
  }

  /** What is true of a template by now; what was, if it gave way to others. */
  private TemplateChange current(long id, TemplateChange before) {
    long into = miner.resolve(id);
    if (into != id) {
      return before instanceof Merged merged && miner.resolve(merged.into()) == into
          ? before
          : new Merged(id, into);
    }
    Template template = miner.template(id);
    return template == null ? before : new Learned(id, template.text());
  }
}
