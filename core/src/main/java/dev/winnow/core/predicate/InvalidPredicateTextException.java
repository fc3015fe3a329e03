package dev.winnow.core.predicate;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.InvalidPredicateException;

/** A text that is no predicate or a too large one, with the place where it is wrong. */
public final class InvalidPredicateTextException extends WinnowException {
  private static final long serialVersionUID = 1L;

  /** How much of the text is shown before and after the place, in characters. */
  private static final int EXCERPT_BEFORE = 60;

  private static final int EXCERPT_AFTER = 30;

  private final String text;
  private final int offset;
  private final String problem;

  private InvalidPredicateTextException(ErrorCode code, String text, int offset, String problem) {
    super(code, "predicate at character " + (offset + 1) + ": " + problem);
    this.text = text;
    this.offset = offset;
    this.problem = problem;
  }

  static InvalidPredicateTextException at(String text, int offset, String problem) {
    return new InvalidPredicateTextException(ErrorCode.INVALID_PREDICATE, text, offset, problem);
  }

  static InvalidPredicateTextException tooLarge(String text, int offset, String problem) {
    return new InvalidPredicateTextException(ErrorCode.PREDICATE_TOO_LARGE, text, offset, problem);
  }

  /** What a node of the tree refused, at the place in the text that it was made from. */
  static InvalidPredicateTextException of(
      String text, int offset, InvalidPredicateException refusal) {
    return new InvalidPredicateTextException(refusal.code(), text, offset, refusal.problem());
  }

  /** Where in the text, in {@code char}s; its length if something is missing at the end. */
  public int offset() {
    return offset;
  }

  /** How much stands together there, in {@code char}s, as a word does; 0 at the end. */
  public int length() {
    return Tokens.lengthAt(text, offset);
  }

  /** What is wrong there and what is allowed. */
  public String problem() {
    return problem;
  }

  /**
   * The text around the place on one line, and a caret below it on the next. They are aligned where
   * every character is one column wide.
   */
  public String excerpt() {
    int from = Math.max(0, offset - EXCERPT_BEFORE);
    int to = Math.min(text.length(), offset + EXCERPT_AFTER);
    String before = (from > 0 ? "..." : "") + printable(text.substring(from, offset));
    String after = printable(text.substring(offset, to)) + (to < text.length() ? "..." : "");
    return before + after + "\n" + " ".repeat(before.codePointCount(0, before.length())) + "^";
  }

  private static String printable(String part) {
    StringBuilder out = new StringBuilder(part.length());
    part.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
    return out.toString();
  }
}
