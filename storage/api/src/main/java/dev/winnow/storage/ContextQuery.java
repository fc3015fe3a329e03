package dev.winnow.storage;

/**
 * A question for what was around a record: the records of the same service and resource.
 *
 * @param before how many that happened earlier, at most
 * @param after how many that happened later, at most
 */
public record ContextQuery(String tenantId, RecordId id, int before, int after) {
  public static final int MAX_LIMIT = 1_000;

  public ContextQuery {
    if (before < 0 || after < 0 || before > MAX_LIMIT || after > MAX_LIMIT) {
      throw new IllegalArgumentException("context of " + before + " and " + after + " records");
    }
  }
}
