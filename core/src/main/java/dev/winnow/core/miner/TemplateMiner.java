package dev.winnow.core.miner;

import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.hash.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Learns templates from forms. Not thread-safe: each thread has one, and what they know is joined
 * through {@link Knowledge}.
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

  /** So many statements of one skeleton are no longer told apart. */
  private static final int MAX_BUCKET = 256;

  /** The share of a budget from which on a form must be met twice to be learned. */
  private static final double TIGHT = .9;

  /** How many groups are looked at to find one that gives way. */
  private static final int EVICTION_SAMPLE = 16;

  private static final int GHOSTS_PER_TEMPLATE = 4;
  private static final int ALIASES_PER_TEMPLATE = 8;
  private static final Template UNLEARNED_TEMPLATE = new Template(UNLEARNED, Texts.WILD);

  private final MinerSettings settings;
  private final FormTable forms;
  private final GhostTable sightings;
  private final GhostTable ghosts;
  private final Map<Long, Statement> statements = new HashMap<>();
  private final Map<Long, Bucket> buckets = new HashMap<>();
  private final Map<Long, Group> groupsById = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final Aliases aliases;
  private long records;
  private long unlearned;
  private long bytes;

  /** A miner that knows nothing. */
  public TemplateMiner(MinerSettings settings) {
    this.settings = settings;
    this.forms = new FormTable(settings.maxForms());
    this.sightings = new GhostTable(settings.maxForms());
    this.ghosts = new GhostTable(settings.maxTemplates() * GHOSTS_PER_TEMPLATE);
    this.aliases = new Aliases(settings.maxTemplates() * ALIASES_PER_TEMPLATE);
  }

  /** A miner that begins with what others have learned, and has counted nothing. */
  public TemplateMiner(MinerSettings settings, Knowledge knowledge) {
    this(settings);
    knowledge.shapes().forEach(this::statement);
    divideAll();
    knowledge
        .aliases()
        .forEach((alias, identity) -> {
          Statement statement = statements.get(identity);
          Group group = statement == null ? null : statement.group();
          if (group != null) {
            aliases.put(alias, group.id);
          }
        });
  }

  /** Counts a record by the form just scanned and returns the id of its template as known now. */
  public long add(FormScanner scanner, long formId) {
    records++;
    Statement statement = forms.get(formId);
    Group group = statement == null ? null : statement.group();
    if (group == null) {
      return learn(scanner.text(), formId);
    }
    group.count++;
    group.lastSeen = records;
    return group.id;
  }

  /** The id of the template that an earlier id stands for by now. */
  public long resolve(long templateId) {
    return aliases.resolve(templateId);
  }

  /** The template of an id, current or earlier; null if it gave way to others. */
  public @Nullable Template template(long templateId) {
    if (templateId == UNLEARNED) {
      return UNLEARNED_TEMPLATE;
    }
    Group group = groupsById.get(resolve(templateId));
    return group == null ? null : group.template();
  }

  /** All templates with their counts, the most frequent first. */
  public List<TemplateCount> templates() {
    divideAll();
    return groups.stream()
        .map(group -> new TemplateCount(group.template(), group.count))
        .sorted(TemplateCount.MOST_FREQUENT_FIRST)
        .toList();
  }

  /** What became of all records. */
  public MinerLedger ledger() {
    long counted = groups.stream().mapToLong(group -> group.count).sum();
    return new MinerLedger(records, counted, ghosts.sum() + ghosts.lost(), unlearned);
  }

  /** All that this miner has learned, without counts. */
  public Knowledge knowledge() {
    divideAll();
    List<Shape> shapes = statements.values().stream().map(statement -> statement.shape).toList();
    Map<Long, Long> members = new HashMap<>();
    for (Map.Entry<Long, Long> alias : aliases.entries()) {
      Group group = groupsById.get(resolve(alias.getValue()));
      if (group != null) {
        members.put(alias.getKey(), group.leastIdentity());
      }
    }
    return Knowledge.of(shapes, members);
  }

  private long learn(String text, long formId) {
    if (isTight() && sightings.add(formId, 1) == 1) {
      unlearned++;
      return UNLEARNED;
    }
    Statement statement = statement(Shape.of(text));
    forms.put(formId, statement);
    Group group = Objects.requireNonNull(statement.group());
    group.count++;
    group.lastSeen = records;
    return group.id;
  }

  /** Whether room is so short that only what comes twice is worth learning. */
  private boolean isTight() {
    return forms.isFull()
        || groups.size() >= settings.maxTemplates() * TIGHT
        || bytes >= settings.maxBytes() * TIGHT;
  }

  /** The statement of a shape, known or new. */
  private Statement statement(Shape shape) {
    long identity = shape.identity();
    Statement known = statements.get(identity);
    if (known != null) {
      return widen(known, shape);
    }
    Bucket bucket = buckets.computeIfAbsent(shape.skeleton(), Bucket::new);
    if (bucket.isOpen) {
      return widen(bucket.statements.get(0), shape);
    }
    makeRoom(shape.bytes());
    buckets.putIfAbsent(bucket.skeleton, bucket);
    Statement statement = new Statement(identity, shape);
    statements.put(identity, statement);
    bytes += shape.bytes();
    bucket.statements.add(statement);
    assign(bucket, statement);
    if (bucket.statements.size() > MAX_BUCKET) {
      shrink(bucket);
    } else if (bucket.isDue()) {
      divide(bucket);
    }
    return statement;
  }

  private Statement widen(Statement statement, Shape shape) {
    Shape joined = statement.shape.join(shape);
    if (!joined.equals(statement.shape)) {
      bytes += joined.bytes() - statement.shape.bytes();
      statement.shape = joined;
      Objects.requireNonNull(statement.group()).widen(joined);
    }
    return statement;
  }

  /** Puts a statement into the template that is certain to hold it, or into one of its own. */
  private void assign(Bucket bucket, Statement statement) {
    for (Group group : bucket.groups) {
      if (group.accepts(statement.shape)) {
        group.add(statement);
        return;
      }
    }
    Group group = new Group(bucket, statement);
    group.index = groups.size();
    group.count = ghosts.take(group.id);
    group.lastSeen = records;
    groups.add(group);
    aliases.remove(group.id);
    bucket.groups.add(group);
    groupsById.put(group.id, group);
  }

  private void divideAll() {
    for (Bucket bucket : buckets.values()) {
      if (!bucket.isDivided()) {
        divide(bucket);
      }
    }
  }

  private void divide(Bucket bucket) {
    for (List<Statement> part : bucket.divide()) {
      Group first = Objects.requireNonNull(part.get(0).group());
      for (Statement statement : part) {
        Group other = Objects.requireNonNull(statement.group());
        if (other != first) {
          absorb(first, other);
        }
      }
      identify(first);
    }
  }

  /** Merges two templates of one bucket. */
  private void absorb(Group into, Group from) {
    from.statements.forEach(into::add);
    from.end(into);
    into.count += from.count;
    into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
    identify(into);
    remove(from);
    from.bucket.groups.remove(from);
    aliases.put(from.id, into.id);
  }

  private void identify(Group group) {
    register(group, group.identify());
  }

  /** Files a template under its id; the one that it had before becomes an alias. */
  private void register(Group group, long before) {
    if (group.id != before) {
      groupsById.remove(before, group);
      group.count += ghosts.take(group.id);
      aliases.put(before, group.id);
    }
    groupsById.put(group.id, group);
  }

  /** Makes room in a bucket: each template shrinks to one statement, or all become one template. */
  private void shrink(Bucket bucket) {
    divide(bucket);
    if (bucket.groups.size() > MAX_BUCKET / 2) {
      open(bucket);
      return;
    }
    drop(bucket.statements);
    bucket.statements.clear();
    for (Group group : bucket.groups) {
      Statement compact = group.compact();
      bucket.statements.add(compact);
      statements.put(compact.identity, compact);
      bytes += compact.shape.bytes();
    }
    bucket.markDivided();
  }

  private void drop(List<Statement> dropped) {
    for (Statement statement : dropped) {
      statements.remove(statement.identity);
      bytes -= statement.shape.bytes();
      statement.shape = Shape.NOTHING;
    }
  }

  /** Makes one template of a bucket that holds too many to tell apart. */
  private void open(Bucket bucket) {
    Group group = bucket.groups.get(0);
    for (Group other : List.copyOf(bucket.groups)) {
      if (other != group) {
        absorb(group, other);
      }
    }
    long before = group.id;
    drop(bucket.statements);
    Statement open = group.open();
    bytes += open.shape.bytes();
    bucket.statements.clear();
    bucket.statements.add(open);
    bucket.isOpen = true;
    statements.put(open.identity, open);
    register(group, before);
  }

  private void makeRoom(long needed) {
    while (!groups.isEmpty()
        && (groups.size() >= settings.maxTemplates() || bytes + needed > settings.maxBytes())) {
      forget(leastUsed());
    }
  }

  /** The least used of a few groups, picked by hash so that the same input picks the same. */
  private Group leastUsed() {
    Group least = groups.get(0);
    for (int i = 0; i < EVICTION_SAMPLE; i++) {
      long pick = Hash64.mix(records + bytes, i);
      Group group = groups.get((int) Long.remainderUnsigned(pick, groups.size()));
      least = group.weight(records) < least.weight(records) ? group : least;
    }
    return least;
  }

  private void forget(Group group) {
    for (Statement statement : group.statements) {
      statements.remove(statement.identity);
      bytes -= group.bucket.isOpen ? 0 : statement.shape.bytes();
      statement.forget();
    }
    if (group.bucket.isOpen) {
      bytes -= group.shape().bytes();
    }
    ghosts.add(group.id, group.count);
    group.bucket.remove(group);
    group.end(null);
    if (group.bucket.statements.isEmpty()) {
      buckets.remove(group.bucket.skeleton);
    }
    remove(group);
  }

  private void remove(Group group) {
    Group last = groups.remove(groups.size() - 1);
    if (last != group) {
      groups.set(group.index, last);
      last.index = group.index;
    }
    groupsById.remove(group.id, group);
  }
}
