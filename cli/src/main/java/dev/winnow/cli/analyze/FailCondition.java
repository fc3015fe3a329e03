package dev.winnow.cli.analyze;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.LiveAnalysis;
import dev.winnow.core.detection.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Something in a log with which a command is to fail, if asked to. */
enum FailCondition {
  /** A record of ERROR or worse. */
  ERROR("error", findings -> findings.levels().errors() > 0),
  /** An error that was not there when the log began. */
  NEW_ERROR(
      "new-error", findings -> findings.changes().stream().anyMatch(FailCondition::isNewError)),
  /** A template, or the log as a whole, that changed over time. */
  CHANGE("change", findings -> !findings.changes().isEmpty()),
  /** A secret. */
  SECRET("secret", findings -> findings.secretRecords() > 0),
  /** A line that is no record. */
  MALFORMED("malformed", findings -> findings.ledger().malformedLines() > 0);

  private final String word;

  // Stateless lambdas of this file.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<Findings> condition;

  FailCondition(String word, Predicate<Findings> condition) {
    this.word = word;
    this.condition = condition;
  }

  private static boolean isNewError(ChangeFindings found) {
    return found.change().kind() == Change.Kind.NEW
        && found.template() != null
        && found.template().statistics().errors() > 0;
  }

  boolean holds(Findings findings) {
    return condition.test(findings);
  }

  /** Whether it can be told before the end of a log. */
  boolean isKnownAtOnce() {
    return this == ERROR || this == SECRET;
  }

  /** Whether it holds for what was read so far. */
  boolean holds(LiveAnalysis analysis) {
    return (this == ERROR && analysis.hasErrors()) || (this == SECRET && analysis.hasSecrets());
  }

  /** As users write it. */
  @Override
  public String toString() {
    return word;
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(FailCondition::toString).toList();
  }

  /** What users can write. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Words() {
      super(words());
    }
  }

  /**
   * The condition that users write so.
   *
   * @throws IllegalArgumentException if there is none; says which there are
   */
  static FailCondition of(String word) {
    for (FailCondition condition : values()) {
      if (condition.word.equals(word)) {
        return condition;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is none of " + String.join(", ", words()));
  }
}
