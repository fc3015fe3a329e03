package dev.winnow.kernel.predicate;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/** A predicate that is not well formed or too large, with the place where it is wrong. */
public final class InvalidPredicateException extends WinnowException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  private InvalidPredicateException(ErrorCode code, String path, String problem) {
    super(code, "predicate" + (path.isEmpty() ? "" : " at " + path) + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  static InvalidPredicateException at(String path, String problem) {
    return new InvalidPredicateException(ErrorCode.INVALID_PREDICATE, path, problem);
  }

  static InvalidPredicateException tooLarge(String path, String problem) {
    return new InvalidPredicateException(ErrorCode.PREDICATE_TOO_LARGE, path, problem);
  }

  /** The same problem, seen from a node that holds the wrong one at {@code prefix}. */
  InvalidPredicateException under(String prefix) {
    return new InvalidPredicateException(code(), prefix + path, problem);
  }

  /** Where in the JSON form: a JSON Pointer (RFC 6901), empty for the whole predicate. */
  public String path() {
    return path;
  }

  /** What is wrong there and what is allowed. */
  public String problem() {
    return problem;
  }
}
