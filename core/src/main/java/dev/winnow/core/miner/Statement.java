package dev.winnow.core.miner;

import org.jspecify.annotations.Nullable;

/** The forms that differ in values only: the smallest thing that can move between templates. */
final class Statement {
  final long identity;
  Shape shape;

  private @Nullable Group group;

  Statement(long identity, Shape shape) {
    this.identity = identity;
    this.shape = shape;
  }

  /** The template that the statement belongs to; null once the miner has forgotten it. */
  @Nullable Group group() {
    Group current = group;
    if (current == null || current.isLive()) {
      return current;
    }
    group = current.successor();
    return group;
  }

  void joinGroup(Group joined) {
    group = joined;
  }

  /** Lets go of all it holds; the form table may keep the statement for a while. */
  void forget() {
    group = null;
    shape = Shape.NOTHING;
  }
}
