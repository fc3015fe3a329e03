package dev.winnow.core.miner;

import dev.winnow.kernel.hash.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a miner while they grow, merge, and give way to others; each filed by its id.
 */
final class Catalog {
  /** So many statements of one skeleton are no longer told apart. */
  private static final int MAX_BUCKET = 256;

  /** How many groups are looked at to find one that gives way. */
  private static final int EVICTION_SAMPLE = 16;

  private static final int GHOSTS_PER_TEMPLATE = 4;
  private static final int ALIASES_PER_TEMPLATE = 8;

  final List<Group> groups = new ArrayList<>();
  final GhostTable ghosts;
  final Aliases aliases;

  /** All records that the miner has seen: the clock by which templates age. */
  long records;

  private final MinerSettings settings;
  private final Map<Long, Statement> statements = new HashMap<>();
  private final Map<Long, Bucket> buckets = new HashMap<>();
  private final Map<Long, Group> groupsById = new HashMap<>();
  private long bytes;

  /** Whether a template may have changed since the news were last taken. */
  private boolean hasNews;

  private long aliasesTold;

  /** Whether somebody asks for news, so that what gives way is to be told as well. */
  private boolean isWatched;

  private final List<Template> untold = new ArrayList<>();

  /** A catalog that remembers at least so many earlier ids. */
  Catalog(MinerSettings settings, int leastAliases) {
    this.settings = settings;
    this.ghosts = new GhostTable(settings.maxTemplates() * GHOSTS_PER_TEMPLATE);
    this.aliases =
        new Aliases(Math.max(leastAliases, settings.maxTemplates() * ALIASES_PER_TEMPLATE));
  }

  /** What has changed since this was last asked. */
  TemplateNews takeNews() {
    isWatched = true;
    if (!hasNews && aliases.puts() == aliasesTold) {
      return TemplateNews.NONE;
    }
    groups.forEach(this::tell);
    TemplateNews news = new TemplateNews(untold, aliases.since(aliasesTold));
    untold.clear();
    hasNews = false;
    aliasesTold = aliases.puts();
    return news;
  }

  private void tell(Group group) {
    Template news = group.tell();
    if (news != null) {
      untold.add(news);
    }
  }

  /** Whether this share of the room for templates is taken. */
  boolean isFilled(double share) {
    return groups.size() >= settings.maxTemplates() * share || bytes >= settings.maxBytes() * share;
  }

  /** The template of an id, current or earlier; null if it gave way to others. */
  @Nullable Group group(long id) {
    return groupsById.get(aliases.resolve(id));
  }

  /** The template that holds the statement of this identity; null if none does. */
  @Nullable Group groupOfStatement(long identity) {
    Statement statement = statements.get(identity);
    return statement == null ? null : statement.group();
  }

  List<Shape> shapes() {
    return statements.values().stream().map(statement -> statement.shape).toList();
  }

  /** The statement of a shape, known or new; for a new one, others may give way. */
  Statement statement(Shape shape) {
    Statement known = known(shape);
    if (known != null) {
      return widen(known, shape);
    }
    makeRoom(1, shape.bytes());
    return add(shape);
  }

  /** The statement of a shape, known or new; nothing gives way until the catalog is trimmed. */
  Statement statementBeyondBudget(Shape shape) {
    Statement known = known(shape);
    return known == null ? add(shape) : widen(known, shape);
  }

  /** Lets the least used templates give way until all others are within the budget. */
  void trim() {
    makeRoom(0, 0);
  }

  private @Nullable Statement known(Shape shape) {
    Statement known = statements.get(shape.identity());
    if (known != null) {
      return known;
    }
    Bucket bucket = buckets.get(shape.skeleton());
    return bucket != null && bucket.isOpen ? bucket.statements.get(0) : null;
  }

  private Statement add(Shape shape) {
    Statement statement = new Statement(shape.identity(), shape);
    Bucket bucket = buckets.computeIfAbsent(shape.skeleton(), Bucket::new);
    statements.put(statement.identity, statement);
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
      hasNews = true;
    }
    return statement;
  }

  /** Puts a statement into the template that is certain to hold it, or into one of its own. */
  private void assign(Bucket bucket, Statement statement) {
    hasNews = true;
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

  /** Divides all that has grown since it was last divided. */
  void divideAll() {
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
  void absorb(Group into, Group from) {
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
  void open(Bucket bucket) {
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

  private void makeRoom(int templates, long needed) {
    while (!groups.isEmpty()
        && (groups.size() + templates > settings.maxTemplates()
            || bytes + needed > settings.maxBytes())) {
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
    if (isWatched && untold.size() < settings.maxTemplates()) {
      tell(group);
    }
    drop(group);
  }

  /** Forgets a template for good, of which nobody is told any more. */
  void forget(long id) {
    Group group = group(id);
    if (group != null) {
      untold.removeIf(template -> template.id() == group.id);
      drop(group);
    }
  }

  private void drop(Group group) {
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
