package dev.winnow.core.sketch;

/**
 * A frequent text and how often it came at most.
 *
 * @param text the text; its beginning if it {@code isCut}
 * @param isCut whether the text is longer than what is kept of it
 * @param count how often it came, or more: too much by {@code error} at most
 * @param error 0 where the count is exact
 */
public record HeavyHitter(String text, boolean isCut, long count, long error) {
  /** How often the text came at least. */
  public long leastCount() {
    return count - error;
  }
}
