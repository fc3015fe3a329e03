package dev.winnow.kernel.predicate;

import java.util.List;

/** Checks of the limits that {@link Predicate} declares. */
final class Limit {
  private static final int MAX_QUOTED = 60;

  private Limit() {}

  /** Checks the text of a member. */
  static void checkText(String path, String text) {
    checkBytes(path, text, Predicate.MAX_TEXT_BYTES);
  }

  static void checkBytes(String path, String text, int limit) {
    int length = utf8Length(text);
    if (length > limit) {
      throw InvalidPredicateException.tooLarge(path, length + " bytes long, limit " + limit);
    }
  }

  /** Checks a node that holds {@code children}. */
  static void checkTree(List<Predicate> children) {
    int depth = 1;
    int nodes = 1;
    for (Predicate child : children) {
      depth = Math.max(depth, child.depth() + 1);
      nodes += child.nodeCount();
    }
    if (depth > Predicate.MAX_DEPTH) {
      throw InvalidPredicateException.tooLarge(
          "", depth + " nodes deep, limit " + Predicate.MAX_DEPTH);
    }
    if (nodes > Predicate.MAX_NODES) {
      throw InvalidPredicateException.tooLarge("", nodes + " nodes, limit " + Predicate.MAX_NODES);
    }
  }

  /** A text for a message, in quotes and not longer than a line. */
  static String quote(String text) {
    return '"' + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text) + '"';
  }

  private static int utf8Length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }
}
