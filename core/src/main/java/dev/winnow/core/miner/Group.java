package dev.winnow.core.miner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template while it is being learned: its statements, and what they have in common. */
final class Group {
  /** In records. */
  private static final double HALF_LIFE = 1 << 17;

  final Bucket bucket;
  final List<Statement> statements = new ArrayList<>();

  /** Where this group stands in the miner's list of groups. */
  int index;

  long id;
  long count;
  long lastSeen;
  private Shape shape;

  /** The positions that are open because they held different words. */
  private final boolean[] proved;

  private @Nullable Template template;

  /** The template as it was when somebody last asked for what is new. */
  private @Nullable Template told;

  private boolean isTold;

  private boolean live = true;
  private @Nullable Group mergedInto;

  Group(Bucket bucket, Statement first) {
    this.bucket = bucket;
    this.shape = first.shape;
    this.proved = new boolean[first.shape.slots().size()];
    this.id = first.identity;
    add(first);
  }

  void add(Statement statement) {
    statements.add(statement);
    statement.joinGroup(this);
    widen(statement.shape);
    for (int i = 0; i < proved.length; i++) {
      boolean word = statement.shape.slots().get(i).symbol() != Slot.OPEN;
      proved[i] |= word && shape.slots().get(i).symbol() == Slot.OPEN;
    }
  }

  /**
   * Whether a shape is certain to belong here: it differs from the template only where words have
   * been proved to be variables.
   */
  boolean accepts(Shape other) {
    boolean accepts = false;
    for (int i = 0; i < proved.length; i++) {
      Slot slot = other.slots().get(i);
      if (!proved[i] && !shape.slots().get(i).isSameAs(slot)) {
        return false;
      }
      accepts |= proved[i];
    }
    return accepts;
  }

  /** Whether words have been proved to be variables here. */
  boolean isProved() {
    for (boolean position : proved) {
      if (position) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds what another miner counted and proved for a template all of whose statements are here.
   *
   * @param lastSeen when the other template was last seen, by the clock of this miner
   */
  void takeOver(Group other, long lastSeen) {
    count += other.count;
    this.lastSeen = Math.max(this.lastSeen, lastSeen);
    for (int i = 0; i < proved.length; i++) {
      proved[i] |= other.proved[i];
    }
  }

  boolean isLive() {
    return live;
  }

  /** The group that this one was merged into, at the end of all mergers; null if forgotten. */
  @Nullable Group successor() {
    Group at = this;
    while (at != null && !at.live) {
      at = at.mergedInto;
    }
    return at;
  }

  /** Ends this group, in favour of another or of none. */
  void end(@Nullable Group successor) {
    live = false;
    mergedInto = successor;
    statements.clear();
  }

  /** Makes one statement of all, which is as much as the template needs to go on. */
  Statement compact() {
    Statement compact = new Statement(id, shape);
    compact.joinGroup(this);
    statements.clear();
    statements.add(compact);
    return compact;
  }

  /** Lets the template stand for one more shape. */
  void widen(Shape seen) {
    Shape joined = shape.join(seen);
    if (!joined.equals(shape)) {
      shape = joined;
      change();
    }
  }

  /** Opens all positions that are not fixed and returns the one statement that is left. */
  Statement open() {
    shape = shape.open();
    change();
    id = shape.identity();
    return compact();
  }

  /** How much the template is used: its count, halved for every {@link #HALF_LIFE} unused. */
  double weight(long now) {
    return count * Math.pow(2, -(double) (now - lastSeen) / HALF_LIFE);
  }

  long leastIdentity() {
    long least = Long.MAX_VALUE;
    for (Statement statement : statements) {
      least = Math.min(least, statement.identity);
    }
    return least;
  }

  Shape shape() {
    return shape;
  }

  Template template() {
    Template current = template;
    if (current == null) {
      current = new Template(id, shape.text());
      template = current;
    }
    return current;
  }

  /** Tells the template; null if it is what was told before. */
  @Nullable Template tell() {
    if (isTold) {
      return null;
    }
    Template before = told;
    told = template();
    isTold = true;
    return told.equals(before) ? null : told;
  }

  private void change() {
    template = null;
    isTold = false;
  }

  /** Takes the identity of its shape, which changes as positions open; returns the one before. */
  long identify() {
    long before = id;
    id = shape.identity();
    if (id != before) {
      change();
    }
    return before;
  }
}
