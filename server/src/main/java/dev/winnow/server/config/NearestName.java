package dev.winnow.server.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds what someone has probably meant. */
final class NearestName {
  private NearestName() {}

  /** A question for the one of {@code names} that is nearest; empty if none is near. */
  static String question(String name, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(other -> edits(name, other)))
        .filter(nearest -> edits(name, nearest) <= name.length() / 2)
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }

  /** The Levenshtein distance. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
