package dev.winnow.kernel.stacktrace;

/** How an exception relates to one that was printed before it. */
enum Relation {
  /** To none. */
  FIRST,
  /** The cause of the last one that is indented as much or less. */
  CAUSE,
  /** The cause of the last one that is indented less. */
  INNER,
  /** The cause of the one whose lines are being read. */
  NESTED,
  /** One of several in a group that is indented less; the first of them counts as its cause. */
  MEMBER,
  /** Caused by the last one that is indented as much or less. */
  WRAPPER,
  /** Thrown while the last one that is indented less was handled, and not its cause. */
  SUPPRESSED
}
