package dev.winnow.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A text with placeholders in angle brackets, as {@code statements.txt} explains them. Each
 * rendering draws how wide its numbers are, which then is fixed.
 */
final class TextPattern {
  private final List<String> literals = new ArrayList<>();
  private final List<String> placeholders = new ArrayList<>();

  private TextPattern() {}

  static TextPattern parse(String source) {
    TextPattern pattern = new TextPattern();
    int from = 0;
    for (int open = source.indexOf('<'); open >= 0; open = source.indexOf('<', from)) {
      int close = source.indexOf('>', open);
      pattern.literals.add(source.substring(from, open));
      pattern.placeholders.add(source.substring(open + 1, close));
      from = close + 1;
    }
    pattern.literals.add(source.substring(from));
    return pattern;
  }

  SlottedText render(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < placeholders.size(); i++) {
      text.append(literals.get(i));
      place(placeholders.get(i), random, text, slots);
    }
    return new SlottedText(text.append(literals.getLast()).toString(), slots);
  }

  private static void place(
      String placeholder, SplittableRandom random, StringBuilder text, List<Slot> slots) {
    if (placeholder.indexOf('|') >= 0) {
      String[] words = placeholder.split("\\|", -1);
      text.append(words[random.nextInt(words.length)]);
      return;
    }
    text.append(prefix(placeholder));
    int width = width(placeholder, random);
    slots.add(new Slot(kind(placeholder), text.length(), width));
    text.repeat('0', width);
  }

  private static String prefix(String placeholder) {
    return placeholder.equals("user") ? "user-" : "";
  }

  private static SlotKind kind(String placeholder) {
    return switch (placeholder) {
      case "uuid" -> SlotKind.REQUEST_ID;
      case "user" -> SlotKind.USER;
      case "ip" -> SlotKind.ADDRESS;
      default -> placeholder.charAt(0) == 'x' ? SlotKind.HEX : SlotKind.DIGITS;
    };
  }

  private static int width(String placeholder, SplittableRandom random) {
    return switch (placeholder) {
      case "uuid" -> 36;
      case "user" -> 6;
      case "ip" -> 15;
      default -> {
        int most = Integer.parseInt(placeholder.substring(1));
        yield placeholder.charAt(0) == 'x' ? most : random.nextInt(Math.max(1, most / 2), most + 1);
      }
    };
  }
}
