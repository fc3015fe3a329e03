package dev.winnow.formats.bulk;

/**
 * What became of an action.
 *
 * @param action what was to be done
 * @param refusal why it was not
 */
public record BulkItem(BulkAction action, Refusal refusal) {
  /**
   * Why an action is refused.
   *
   * @param type as Elasticsearch calls it; empty if the action is not refused
   * @param reason in words
   */
  public record Refusal(String type, String reason) {
    static final Refusal NONE = new Refusal("", "");
  }

  boolean isRefused() {
    return !refusal.type.isEmpty();
  }
}
