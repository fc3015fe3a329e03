package dev.winnow.bench;

import java.util.regex.Pattern;

/** Masks as most log tools have them: the baseline for speed. */
final class RegularExpressions {
  private static final String[] NAMES = {"<ID>", "<IP>", "<SEQ>", "<SEQ>", "<HEX>", "<NUM>"};
  private static final Pattern[] PATTERNS = {
    alone("(?:[0-9a-f]{2,}:){3,}[0-9a-f]{2,}"),
    alone("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"),
    alone("(?:[0-9a-f]{6,} ?){3,}"),
    alone("(?:[0-9A-F]{4} ?){4,}"),
    alone("0x[a-fA-F0-9]+"),
    alone("[-+]?\\d+")
  };

  private RegularExpressions() {}

  static String mask(String body) {
    String masked = body;
    for (int i = 0; i < PATTERNS.length; i++) {
      masked = PATTERNS[i].matcher(masked).replaceAll(NAMES[i]);
    }
    return masked;
  }

  private static Pattern alone(String pattern) {
    return Pattern.compile("(?<![A-Za-z0-9])" + pattern + "(?![A-Za-z0-9])");
  }
}
