package dev.winnow.pipeline;

import dev.winnow.kernel.redaction.Redactor;
import java.util.HashMap;
import java.util.Map;

/** What the names of values have to do with secrets, remembered, as few names occur often. */
final class NameVerdicts {
  /**
   * What a name says.
   *
   * @param isOfSecret whether a value may be a secret for the name alone
   * @param redacted the name without the secrets that it holds itself
   */
  record Verdict(boolean isOfSecret, String redacted) {}

  /** When so many are known, all are forgotten; about 1 MB. */
  private static final int MAX_NAMES = 4096;

  /** Longer names are judged each time. */
  private static final int MAX_REMEMBERED_LENGTH = 128;

  private final Redactor redactor;
  private final Map<String, Verdict> verdicts = new HashMap<>();

  NameVerdicts(Redactor redactor) {
    this.redactor = redactor;
  }

  Verdict of(String name) {
    Verdict known = verdicts.get(name);
    if (known != null) {
      return known;
    }
    Verdict verdict = new Verdict(Redactor.isSecretName(name), redactor.redact(name));
    if (name.length() <= MAX_REMEMBERED_LENGTH) {
      if (verdicts.size() == MAX_NAMES) {
        verdicts.clear();
      }
      verdicts.put(name, verdict);
    }
    return verdict;
  }
}
