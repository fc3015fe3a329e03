package dev.winnow.core.miner;

import org.jspecify.annotations.Nullable;

/** The forms that differ in values only: the smallest thing that can move between templates. */
final class Statement {
  final long identity;
  Shape shape;

  /** The template that the statement belongs to; null once the miner has forgotten it. */
  @Nullable Group group;

  Statement(long identity, Shape shape) {
    this.identity = identity;
    this.shape = shape;
  }

  boolean isForgotten() {
    return group == null;
  }
}
