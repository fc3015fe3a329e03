package dev.winnow.storage;

/**
 * A template that a store has heard of.
 *
 * @param templateId the id under which it is filed; another template may have absorbed it
 * @param text its text as learned last; empty if it was forgotten with the last of its records
 * @param firstSeen when it was first committed, in nanoseconds since 1970
 * @param mergedInto the id that it is an alias of; its own if of none
 * @param mergedAt when that was committed, in nanoseconds since 1970; 0 if never
 */
public record StoredTemplate(
    long templateId, String text, long firstSeen, long mergedInto, long mergedAt) {
  /** This template, of whose text nothing is known any more. */
  public StoredTemplate withoutText() {
    return new StoredTemplate(templateId, "", firstSeen, mergedInto, mergedAt);
  }
}
