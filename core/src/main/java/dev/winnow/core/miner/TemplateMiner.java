package dev.winnow.core.miner;

import dev.winnow.kernel.form.FormScanner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Learns templates from forms. Not thread-safe: each thread has one, and {@link #join} makes one of
 * all; nodes exchange what they know as {@link Knowledge}.
 */
public final class TemplateMiner {
  /*
   * A form that was seen before costs one look-up in a table and two additions. A new form is read
   * into a shape: its positions, and for each what may become of it (ShapeReader). Forms whose shapes
   * differ in values only are one statement. Statements with the same skeleton share a bucket, and
   * each bucket is divided into templates by what its statements hold (Partition). The id of a
   * template is the hash of its shape with every open position taken out, so it is known before
   * anything is learned and stays the same unless words turn out to be variables; then the old id
   * becomes an alias of the new one.
   *
   * Bounds. A full form table forgets forms that were not used. Where room is short, a form that is
   * met for the first time is counted and not learned; the second time it is. A bucket with too many
   * statements opens all its positions at once and is one template from then on. Beyond the budget
   * the least used template gives way; its count moves to a ghost table and returns with its id.
   *
   * Invariants: every record is counted in exactly one place, so templates, ghosts and unlearned
   * records sum to all records; below the budget, and while no bucket was shrunk, the templates are a
   * function of the set of forms.
   */

  /** The id of records whose form was not learned for want of room. */
  public static final long UNLEARNED = 0;

  /** The share of a budget from which on a form must be met twice to be learned. */
  private static final double TIGHT = .9;

  private static final Template UNLEARNED_TEMPLATE = new Template(UNLEARNED, Texts.WILD);

  private final FormTable forms;
  private final GhostTable sightings;
  private final Catalog catalog;
  private long unlearned;

  /** A miner that knows nothing. */
  public TemplateMiner(MinerSettings settings) {
    this(settings, new Catalog(settings, 0), 0);
  }

  private TemplateMiner(MinerSettings settings, Catalog catalog, long unlearned) {
    this.catalog = catalog;
    this.unlearned = unlearned;
    this.forms = new FormTable(settings.maxForms());
    this.sightings = new GhostTable(settings.maxForms());
  }

  /** A miner that begins with what others have learned, and has counted nothing. */
  public TemplateMiner(MinerSettings settings, Knowledge knowledge) {
    this(settings);
    knowledge.shapes().forEach(catalog::statement);
    catalog.divideAll();
    for (Map.Entry<Long, Long> alias : knowledge.aliases().entrySet()) {
      Group group = catalog.groupOfStatement(alias.getValue());
      if (group != null) {
        catalog.aliases.put(alias.getKey(), group.id);
      }
    }
  }

  /**
   * One miner that knows and has counted what all parts have, and understands the ids of each.
   * Within the budget, and while no skeleton has too many statements, it has the ids, texts and
   * counts of one miner that saw all records, in any order.
   *
   * <p>The parts stay as they are; no thread may be using them. Forms are not carried over, so the
   * joined miner reads the text of each once more.
   */
  public static TemplateMiner join(MinerSettings settings, List<TemplateMiner> parts) {
    long unlearned = parts.stream().mapToLong(part -> part.unlearned).sum();
    List<Catalog> catalogs = parts.stream().map(part -> part.catalog).toList();
    return new TemplateMiner(settings, CatalogJoin.join(settings, catalogs), unlearned);
  }

  /** Counts a record by the form just scanned and returns the id of its template as known now. */
  public long add(FormScanner scanner, long formId) {
    catalog.records++;
    Statement statement = forms.get(formId);
    Group group = statement == null ? null : statement.group();
    if (group == null) {
      return learn(scanner.text(), formId);
    }
    group.count++;
    group.lastSeen = catalog.records;
    return group.id;
  }

  /** The id of the template that an earlier id stands for by now. */
  public long resolve(long templateId) {
    return catalog.aliases.resolve(templateId);
  }

  /** The template of an id, current or earlier; null if it gave way to others. */
  public @Nullable Template template(long templateId) {
    if (templateId == UNLEARNED) {
      return UNLEARNED_TEMPLATE;
    }
    Group group = catalog.group(templateId);
    return group == null ? null : group.template();
  }

  /**
   * Forgets the template of an id, current or earlier, with all texts that it was learned from.
   * Those that come again are learned again.
   */
  public void forget(long templateId) {
    catalog.forget(templateId);
  }

  /** What was learned since this was last asked, or since the beginning. */
  public TemplateNews takeNews() {
    return catalog.takeNews();
  }

  /** What the forms of a template have in common; null if it gave way to others. */
  @Nullable Shape shape(long templateId) {
    Group group = catalog.group(templateId);
    return group == null ? null : group.shape();
  }

  /** All templates with their counts, the most frequent first. */
  public List<TemplateCount> templates() {
    catalog.divideAll();
    return catalog.groups.stream()
        .map(group -> new TemplateCount(group.template(), group.count))
        .sorted(TemplateCount.MOST_FREQUENT_FIRST)
        .toList();
  }

  /**
   * The templates as they are now with their counts, the most frequent first, up to a limit;
   * cheaper than {@link #templates()}, for one who looks often.
   */
  public List<TemplateCount> mostFrequent(int limit) {
    return catalog.groups.stream()
        .sorted(Comparator.comparingLong((Group group) -> -group.count))
        .limit(limit)
        .map(group -> new TemplateCount(group.template(), group.count))
        .toList();
  }

  /** The number of templates as they are now. */
  public int size() {
    return catalog.groups.size();
  }

  /** The records of the template of an id, current or earlier; 0 if it gave way to others. */
  public long count(long templateId) {
    Group group = catalog.group(templateId);
    return group == null ? 0 : group.count;
  }

  /** What became of all records. */
  public MinerLedger ledger() {
    long counted = catalog.groups.stream().mapToLong(group -> group.count).sum();
    return new MinerLedger(catalog.records, counted, catalog.ghosts.total(), unlearned);
  }

  /** All that this miner has learned, without counts. */
  public Knowledge knowledge() {
    catalog.divideAll();
    Map<Long, Long> members = new HashMap<>();
    for (Map.Entry<Long, Long> alias : catalog.aliases.entries()) {
      Group group = catalog.group(alias.getValue());
      if (group != null) {
        members.put(alias.getKey(), group.leastIdentity());
      }
    }
    return Knowledge.of(catalog.shapes(), members);
  }

  private long learn(String text, long formId) {
    if (isTight() && sightings.add(formId, 1) == 1) {
      unlearned++;
      return UNLEARNED;
    }
    Statement statement = catalog.statement(Shape.of(text));
    forms.put(formId, statement);
    Group group = Objects.requireNonNull(statement.group());
    group.count++;
    group.lastSeen = catalog.records;
    return group.id;
  }

  /** Whether room is so short that only what comes twice is worth learning. */
  private boolean isTight() {
    return forms.isFull() || catalog.isFilled(TIGHT);
  }
}
