package dev.winnow.server.live;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TimeSpan;

/** Which records a tail shows: a selection, as the store would answer it. */
record LiveFilter(TimeSpan time, Predicate where, String lowerText) {
  static LiveFilter of(Selection selection) {
    return new LiveFilter(
        selection.time(), selection.where(), Candidate.lowerCase(selection.text()));
  }

  boolean matches(Candidate candidate) {
    StoredRecord stored = candidate.stored();
    return time.contains(stored.kept().record().time())
        && where.matches(stored.kept().record(), candidate.templateId())
        && (lowerText.isEmpty() || candidate.lowerBody().contains(lowerText));
  }
}
