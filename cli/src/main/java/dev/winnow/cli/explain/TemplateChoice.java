package dev.winnow.cli.explain;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Figures;
import java.util.List;
import java.util.Locale;

/** Finds the template that a user means: by its rank, by its id, or by how its id begins. */
final class TemplateChoice {
  private static final int LEAST_PREFIX = 4;
  private static final int ID_LENGTH = 16;
  private static final int HEX = 16;

  private TemplateChoice() {}

  /**
   * The template with a rank from 1, such as {@code 3}, or with an id such as {@code
   * 4fb0f4f2f5c0ba26}, of which the first digits will do; an id that it had earlier is known too.
   *
   * @throws IllegalArgumentException if there is none or more than one; says so
   */
  static TemplateFindings of(Findings findings, String name) {
    String word = name.strip().toLowerCase(Locale.ROOT);
    if (!word.isEmpty() && word.length() < LEAST_PREFIX + 1 && isOf("0123456789", word)) {
      return ofRank(findings.templates(), Integer.parseInt(word));
    }
    if (word.length() < LEAST_PREFIX || !isOf("0123456789abcdef", word)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is neither the rank of a template nor at least the first 4 hex digits of its id");
    }
    return ofId(findings, word);
  }

  private static boolean isOf(String characters, String word) {
    return word.chars().allMatch(c -> characters.indexOf(c) >= 0);
  }

  private static TemplateFindings ofRank(List<TemplateFindings> templates, int rank) {
    if (rank < 1 || rank > templates.size()) {
      throw new IllegalArgumentException(
          "there is no template " + rank + "; the log has " + Figures.count(templates.size()));
    }
    return templates.get(rank - 1);
  }

  private static TemplateFindings ofId(Findings findings, String digits) {
    String current =
        digits.length() == ID_LENGTH
            ? current(findings, Long.parseUnsignedLong(digits, HEX))
            : digits;
    List<TemplateFindings> found =
        findings.templates().stream()
            .filter(template -> template.template().hexId().startsWith(current))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.isEmpty()
              ? "no template of the log has an id that begins with " + digits
              : Figures.count(found.size())
                  + " templates have ids that begin with "
                  + digits
                  + "; write more of it");
    }
    return found.getFirst();
  }

  private static String current(Findings findings, long id) {
    return "%016x".formatted(findings.miner().resolve(id));
  }
}
