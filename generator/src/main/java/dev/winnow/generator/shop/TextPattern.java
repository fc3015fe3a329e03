package dev.winnow.generator.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text with placeholders in angle brackets.
 *
 * @param literals what stands before, between and behind the placeholders: one more than those
 */
public record TextPattern(List<String> literals, List<Placeholder> placeholders) {
  public TextPattern {
    literals = List.copyOf(literals);
    placeholders = List.copyOf(placeholders);
  }

  static TextPattern parse(String source, Map<String, List<String>> lists) {
    List<String> literals = new ArrayList<>();
    List<Placeholder> placeholders = new ArrayList<>();
    int from = 0;
    for (int open = source.indexOf('<'); open >= 0; open = source.indexOf('<', from)) {
      int close = source.indexOf('>', open);
      literals.add(source.substring(from, open));
      placeholders.add(Placeholder.parse(source.substring(open + 1, close), lists));
      from = close + 1;
    }
    literals.add(source.substring(from));
    return new TextPattern(literals, placeholders);
  }

  /** The text with every placeholder as {@code <*>}. */
  public String template() {
    return String.join("<*>", literals);
  }
}
