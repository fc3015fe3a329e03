package dev.winnow.storage.duckdb.part;

/**
 * What others want of an engine.
 *
 * @param questions how often they began to ask, or ended, so far
 * @param isAsked whether there is a question now
 * @param appends how often they added rows so far
 */
public record Demand(long questions, boolean isAsked, long appends) {
  /** Whether anybody asked since another moment. */
  public boolean hasQuestionsSince(Demand before) {
    return isAsked || questions > before.questions;
  }

  /** Whether rows were added since another moment. */
  public boolean hasAppendsSince(Demand before) {
    return appends > before.appends;
  }
}
