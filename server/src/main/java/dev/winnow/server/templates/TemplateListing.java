package dev.winnow.server.templates;

import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Selection;

/**
 * A question for templates.
 *
 * @param minCount templates with fewer records are not listed
 * @param maxCount templates with more records are not listed
 */
public record TemplateListing(
    Selection selection, long minCount, long maxCount, Sort sort, int limit) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 1_000;

  /** In what order templates are listed. */
  public enum Sort {
    /** The most frequent first. */
    COUNT,
    /** Those first whose records are largest together. */
    BYTES,
    /** Those first that are newest. */
    FIRST_SEEN,
    /** The least frequent first, and of as many the newest. */
    RAREST
  }

  public TemplateListing {
    if (minCount > maxCount) {
      throw new Parameter("min_count", Long.toString(minCount))
          .refused("a number up to max_count, which is " + maxCount + ",");
    }
  }
}
