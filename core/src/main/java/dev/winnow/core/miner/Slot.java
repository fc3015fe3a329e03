package dev.winnow.core.miner;

import dev.winnow.kernel.hash.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One position of a shape: what it holds, and what may become of it.
 *
 * @param gap the white space before it: {@link #NO_GAP}, a space, or a line break
 * @param text what all forms seen here have in common; {@code <*>} where that is nothing
 * @param parts the positions inside a {@link Kind#SEGMENT}, else empty
 * @param symbol what must be equal for two positions to be the same; see {@link #OPEN}
 */
record Slot(char gap, Kind kind, String text, List<Slot> parts, long symbol) {
  /** What a position may become. */
  enum Kind {
    /** Part of the statement: never a variable. */
    FIXED,
    /** A plain word: a variable on evidence only. */
    WORD,
    /** A plain word in a place where a name is expected. */
    NAME,
    /** A word in capitals, as the constants of a program are written. */
    CONSTANT,
    /** A request method of HTTP. */
    METHOD,
    /** The target of a request, variable segments masked. */
    ROUTE,
    /** A value: a variable as soon as two texts differ. */
    VALUE,
    /** Several words that may be a variable as a whole. */
    SEGMENT
  }

  static final char NO_GAP = 0;

  /** The symbol of a position that holds any text. */
  static final long OPEN = 1;

  private static final long TEXT_SEED = 2;

  static Slot of(char gap, Kind kind, String text) {
    return new Slot(gap, kind, text, List.of(), kind == Kind.VALUE ? OPEN : hash(text));
  }

  static Slot segment(char gap, List<Slot> parts) {
    return new Slot(gap, Kind.SEGMENT, "", List.copyOf(parts), Shape.skeleton(parts));
  }

  /** The least slot that stands for both; commutative, associative and idempotent. */
  Slot join(Slot other) {
    if (equals(other)) {
      return this;
    }
    if (kind == Kind.SEGMENT && other.kind == Kind.SEGMENT && symbol == other.symbol) {
      return new Slot(gap, kind, text, Shape.join(parts, other.parts), symbol);
    }
    boolean segments = kind == Kind.SEGMENT || other.kind == Kind.SEGMENT;
    String joined = segments ? Texts.WILD : Texts.join(text, other.text);
    boolean same = kind == other.kind && symbol == other.symbol;
    return same
        ? new Slot(gap, kind, joined, parts, symbol)
        : new Slot(gap, Kind.VALUE, joined, List.of(), OPEN);
  }

  /** The text, of a segment that of all its parts. */
  String wholeText() {
    return kind == Kind.SEGMENT ? new Shape(parts).text() : text;
  }

  /** Whether the two hold the same, but for the text of values. */
  boolean isSameAs(Slot other) {
    return kind == other.kind
        && symbol == other.symbol
        && Shape.identity(parts) == Shape.identity(other.parts);
  }

  private static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Hash64.of(bytes, 0, bytes.length, TEXT_SEED);
  }
}
