package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;

/**
 * How many different texts in one position prove that it is a variable. Asking for one more hardly
 * moves accuracy; asking for less of names, methods or segments costs, as {@code
 * bench/results/sensitivity.md} shows.
 */
final class Evidence {
  /** Plain words in a statement of few words, where two statements look alike by chance. */
  private static final int FEW_WORDS = 8;

  /** Plain words in a statement of more than {@link #SPECIFIC_WORDS} words. */
  private static final int MANY_WORDS = 5;

  /** Words behind one that introduces a name, such as {@code user}. */
  private static final int NAMES = 3;

  /** Constants of a program, in a statement of at least {@link #SPECIFIC_WORDS} words. */
  private static final int CONSTANTS = 4;

  /** Texts of different structure in a place that holds a text as a whole. */
  private static final int SEGMENTS = 4;

  /** Request methods: more than a page or a form uses, fewer than an API. */
  private static final int METHODS = 4;

  /** Targets of one request method; a service has dozens of routes, a scanner tries thousands. */
  private static final int ROUTES = 64;

  private static final int SPECIFIC_WORDS = 4;

  /**
   * A position that also held a value (a number, an identifier) needs fewer words to be proved, by
   * this many less the one that the value itself counts.
   */
  static final int VALUE_BONUS = 2;

  private Evidence() {}

  static int needed(Kind kind, int words) {
    return switch (kind) {
      case FIXED -> Integer.MAX_VALUE;
      case WORD -> words > SPECIFIC_WORDS ? MANY_WORDS : FEW_WORDS;
      case NAME -> NAMES;
      case CONSTANT -> words >= SPECIFIC_WORDS ? CONSTANTS : FEW_WORDS;
      case METHOD -> METHODS;
      case ROUTE -> ROUTES;
      case SEGMENT -> SEGMENTS;
      case VALUE -> Integer.MAX_VALUE;
    };
  }
}
