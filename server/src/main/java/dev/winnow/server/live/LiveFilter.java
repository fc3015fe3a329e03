package dev.winnow.server.live;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.Selection;

/** Which records a tail shows: a selection of any time, as the store would answer it. */
record LiveFilter(Predicate where, String lowerText) {
  static LiveFilter of(Selection selection) {
    return new LiveFilter(selection.where(), Candidate.lowerCase(selection.text()));
  }

  boolean matches(Candidate candidate) {
    return where.matches(candidate.record(), candidate.templateId())
        && (lowerText.isEmpty() || candidate.lowerBody().contains(lowerText));
  }
}
