package dev.winnow.kernel.severity;

/** The places in a line where the name of a level means one. */
final class LevelPlace {
  /*
   * A name from the table counts in four places:
   *
   *   1. as the value of a key that means level: `level=error`, `"severity":"ERROR"`;
   *   2. between brackets or bars: `[error]`, `| INFO |`, `[core:error]`, `[E]`;
   *   3. before a colon, if what precedes is a label or a time itself: `error: no such file`,
   *      `main.c:12:5: warning: unused`;
   *   4. in capitals, set apart by white space or punctuation: `12:00:01 ERROR Foo - failed`.
   *
   * Places 3 and 4 are also where prose and configuration put such words, so a word is passed over
   * that is denied or counted (`NO ERROR`, `error: 0`), that is part of a name (`ERROR_LOG`,
   * `x.ERROR`) or that speaks of levels (`log level to DEBUG`, `ERROR rate`). Full-width
   * punctuation counts as its ASCII counterpart.
   */

  /** Length from which a token that starts with a digit is taken for a time. */
  private static final int MIN_TIME_LENGTH = 5;

  private static final int MAX_ZONE_LENGTH = 5;
  private static final int MIN_CAPITALS = 3;
  private static final NameTable LEVEL_KEYS =
      words("level", "lvl", "severity", "levelname", "severity_text", "log.level");
  private static final NameTable DENIALS =
      words("0", "no", "non", "not", "without", "zero", "any", "if", "on", "to", "level", "level:");
  private static final NameTable LEVEL_TALK =
      words("level", "levels", "mode", "rate", "count", "log", "logs", "logging", "=");

  private LevelPlace() {}

  /** Whether the name in {@code [start, end)} of the line {@code [from, to)} means a level. */
  static boolean isLevel(byte[] in, int from, int start, int end, int to) {
    if (isValueOfLevelKey(in, from, start)) {
      return true;
    }
    if (end - start == 1) {
      return Bytes.isUpper(in[start]) && isLetterInPlace(in, from, start, to);
    }
    if (isEnclosed(in, from, start, end, to)) {
      return true;
    }
    if (isDenied(in, from, start) || isTalkedAbout(in, end, to)) {
      return false;
    }
    return isLabel(in, from, start, end, to) || isSetApartInCapitals(in, from, start, end, to);
  }

  private static boolean isValueOfLevelKey(byte[] in, int from, int start) {
    boolean quoted = Bytes.at(in, from, start - 1, start) == '"';
    int i = quoted ? Bytes.skipBlanksBefore(in, from, start - 1) : start;
    byte operator = Bytes.at(in, from, i - 1, start);
    boolean quotedKey = Bytes.at(in, from, i - 2, start) == '"';
    if (operator != '=' && (operator != ':' || !quotedKey)) {
      return false;
    }
    int keyEnd = quotedKey ? i - 2 : i - 1;
    int key = keyEnd;
    while (Bytes.at(in, from, key - 1, start) == '.' || Punctuation.isWordBefore(in, from, key)) {
      key--;
    }
    return LEVEL_KEYS.findExact(in, key, keyEnd) != NameTable.UNKNOWN;
  }

  /** {@code [E] ...}, {@code [E 2026-11-21 ...]}, and {@code E: ...} at the beginning. */
  private static boolean isLetterInPlace(byte[] in, int from, int start, int to) {
    byte after = Bytes.at(in, from, start + 1, to);
    if (start == from) {
      return after == ':' && Bytes.at(in, from, start + 2, to) == ' ';
    }
    return in[start - 1] == '['
        && !Punctuation.isWordBefore(in, from, start - 1)
        && (after == ']' || (after == ' ' && Bytes.isDigit(Bytes.at(in, from, start + 2, to))));
  }

  private static boolean isEnclosed(byte[] in, int from, int start, int end, int to) {
    int open = Bytes.skipBlanksBefore(in, from, start);
    int close = Bytes.skipBlanks(in, end, to);
    char opener = Punctuation.before(in, from, open);
    char closer = Punctuation.at(in, close, to);
    return switch (closer) {
      case ']' -> opener == ':' || (opener == '[' && !isIndex(in, from, open));
      case '|' -> opener == '|';
      case '>' -> opener == '<' && isBreak(Punctuation.at(in, close + 1, to));
      default -> false;
    };
  }

  /** Whether the bracket before {@code open} belongs to a name, as in {@code counts[error]}. */
  private static boolean isIndex(byte[] in, int from, int open) {
    byte before = Bytes.at(in, from, open - 2, open);
    return in[open - 1] == '[' && before > 0 && Bytes.isWord(before);
  }

  private static boolean isLabel(byte[] in, int from, int start, int end, int to) {
    if (Punctuation.at(in, end, to) != ':') {
      return false;
    }
    int afterColon = end + Punctuation.width(in, end);
    boolean asciiColon = in[end] == ':';
    return (!asciiColon || isBreak(Punctuation.at(in, afterColon, to)))
        && !Nothing.follows(in, afterColon, to)
        && isHeadOfLine(in, from, start);
  }

  /** Whether what precedes a label is nothing, a label, a bracket, a time or a dash. */
  private static boolean isHeadOfLine(byte[] in, int from, int start) {
    int end = Bytes.skipBlanksBefore(in, from, start);
    if (end == from) {
      return true;
    }
    char last = Punctuation.before(in, from, end);
    if (last == ':' || last == ']' || last == ')' || last == '>' || last == '|') {
      return true;
    }
    int token = end;
    while (token > from && !Bytes.isBlank(in[token - 1])) {
      token--;
    }
    int length = end - token;
    return end < start
        && ((Bytes.isDigit(in[token]) && length >= MIN_TIME_LENGTH)
            || (last == '-' && !Punctuation.isWordAt(in, token, end))
            || (length <= MAX_ZONE_LENGTH && Bytes.isUpper(in, token, end))
            || NameTable.isWord(LevelNames.TABLE.findExact(in, token, end)));
  }

  private static boolean isSetApartInCapitals(byte[] in, int from, int start, int end, int to) {
    if (end - start < MIN_CAPITALS || !Bytes.isUpper(in, start, end)) {
      return false;
    }
    byte before = Bytes.at(in, from, start - 1, to);
    byte after = Bytes.at(in, from, end, to);
    boolean opened =
        switch (before) {
          case 0, ' ', '\t', '\r', '[', '(', '|', '<', ':', ']', ')', '>' -> true;
          case '-' -> !Punctuation.isWordBefore(in, from, start - 1);
          case '.' -> after == ':' && isAfterChannel(in, from, start - 1);
          default -> false;
        };
    boolean closed =
        switch (after) {
          case 0, ' ', '\t', '\r', ']', ')', '|', '>', '!' -> true;
          case ':' -> !Nothing.follows(in, end + 1, to);
          case '-' -> !Punctuation.isWordAt(in, end + 1, to);
          case '/' -> before == '[' || (before == ' ' && Bytes.at(in, from, start - 2, to) == ':');
          default -> false;
        };
    return opened && closed;
  }

  /** Whether a dot follows the channel of Monolog's line: {@code [time] channel.ERROR: ...}. */
  private static boolean isAfterChannel(byte[] in, int from, int dot) {
    int channel = dot;
    while (Punctuation.isWordBefore(in, from, channel)) {
      channel--;
    }
    int end = Bytes.skipBlanksBefore(in, from, channel);
    return end < channel && Bytes.at(in, from, end - 1, dot) == ']';
  }

  private static boolean isDenied(byte[] in, int from, int start) {
    int end = Bytes.skipBlanksBefore(in, from, start);
    int word = end;
    while (word > from && !Bytes.isBlank(in[word - 1])) {
      word--;
    }
    return end < start && DENIALS.findExact(in, word, end) != NameTable.UNKNOWN;
  }

  private static boolean isTalkedAbout(byte[] in, int end, int to) {
    int word = Bytes.skipBlanks(in, end, to);
    int wordEnd = word;
    while (wordEnd < to && !Bytes.isBlank(in[wordEnd])) {
      wordEnd++;
    }
    return word > end && LEVEL_TALK.findExact(in, word, wordEnd) != NameTable.UNKNOWN;
  }

  private static boolean isBreak(char c) {
    return c == 0 || c == ':' || Bytes.isBlank((byte) c);
  }

  private static NameTable words(String... words) {
    NameTable table = new NameTable();
    for (String word : words) {
      table.put(word, 0, false);
    }
    return table;
  }
}
