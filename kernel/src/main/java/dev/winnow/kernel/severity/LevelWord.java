package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.swar.EightBytes;

/** The level word in the first line of a text, where a layout would have put it. */
final class LevelWord {
  /*
   * As LevelPlace has it, a word counts only if it holds three capitals in a row or stands beside a
   * mark: before a colon or what closes a bracket if it ends as a name does, behind a bracket if it
   * is a capital, behind an operator or a quote if a key before ends as one of a level does. Marks
   * and capitals are found eight bytes at a time, and most of a head is passed without a look at
   * its words. A head that is not all ASCII is read word by word. The first that counts decides.
   */

  /** Bytes in which layouts have put the level; later words are the message's own. */
  private static final int HEAD = 160;

  private static final String LEVEL_KEY_ENDS = "lyet";

  private LevelWord() {}

  /** The severity of the first line; unspecified if no word tells. */
  static SeverityNumber find(byte[] in, int from, int to) {
    int end = Bytes.lineEnd(in, from, to);
    int headEnd = Math.min(end, from + HEAD);
    int read = from; // no word that begins before is a level
    long capitals = 0;
    for (int at = from; at < headEnd; at += EightBytes.LENGTH) {
      long eight = at + EightBytes.LENGTH > in.length ? -1 : EightBytes.at(in, at);
      if ((eight & EightBytes.UPPER_BITS) != 0) {
        return words(in, from, read, headEnd, end);
      }
      long before = capitals;
      capitals = EightBytes.between('A', 'Z', eight);
      for (long marks = marks(eight) | thirds(before, capitals); marks != 0; marks &= marks - 1) {
        int mark = at + EightBytes.first(marks);
        if (mark >= read && mark < headEnd) {
          SeverityNumber level = beside(in, from, mark, headEnd, end);
          if (level != SeverityNumber.UNSPECIFIED) {
            return level;
          }
          read = Punctuation.wordEnd(in, mark, end);
        }
      }
    }
    return words(in, from, wordBefore(in, from, headEnd), headEnd, end);
  }

  /** The level beside a mark or, if the mark is a capital, in its word. */
  private static SeverityNumber beside(byte[] in, int from, int mark, int headEnd, int to) {
    int wordsFrom = mark + 1;
    int wordsTo = mark + 1;
    switch (in[mark]) {
      case ':' -> {
        wordsFrom = mayEndLevel(in, from, mark) ? wordBefore(in, from, mark) : wordsFrom;
        wordsTo = mayEndLevelKey(in, from, mark) ? wordsTo + 1 : wordsTo;
      }
      case ']', '|', '>' -> {
        int end = Bytes.skipBlanksBefore(in, from, mark);
        wordsFrom = mayEndLevel(in, from, end) ? wordBefore(in, from, end) : wordsFrom;
      }
      case '[' -> wordsTo = Bytes.isUpper(Bytes.at(in, from, mark + 1, to)) ? wordsTo + 1 : wordsTo;
      case '=', '"' -> wordsTo = mayEndLevelKey(in, from, mark) ? wordsTo + 1 : wordsTo;
      default -> wordsFrom = Bytes.isUpper(in[mark]) ? wordBefore(in, from, mark) : wordsFrom;
    }
    return words(in, from, wordsFrom, Math.min(wordsTo, headEnd), to);
  }

  private static boolean mayEndLevel(byte[] in, int from, int end) {
    return LevelNames.mayEndWith(
        Bytes.at(in, from, end - 2, end), Bytes.at(in, from, end - 1, end));
  }

  /** Whether the word before an operator and quotes ends with a letter that level keys end with. */
  private static boolean mayEndLevelKey(byte[] in, int from, int mark) {
    int end = mark;
    while (end > from && (Bytes.isBlank(in[end - 1]) || "\":=".indexOf(in[end - 1]) >= 0)) {
      end--;
    }
    return LEVEL_KEY_ENDS.indexOf(Bytes.at(in, from, end - 1, end) | 0x20) >= 0;
  }

  /** The bytes that level words stand beside, and a few that cost nothing to take with them. */
  private static long marks(long ascii) {
    long lower = ascii | EightBytes.repeat(0x20);
    return EightBytes.between(':', '>', ascii)
        | EightBytes.between('{', '}', lower)
        | EightBytes.between('"', '"', ascii);
  }

  /** The capitals that follow two others, which may be the last of the eight bytes before. */
  private static long thirds(long before, long capitals) {
    long seconds = capitals & (capitals << 8 | before >>> 56);
    return seconds & (capitals << 16 | before >>> 48);
  }

  /** Where the word begins that ends at {@code at} or at the blanks before it. */
  private static int wordBefore(byte[] in, int from, int at) {
    int start = Bytes.skipBlanksBefore(in, from, at);
    while (start > from && Bytes.isWord(in[start - 1])) {
      start--;
    }
    return start;
  }

  /** The first level among the words that begin in {@code [at, wordsEnd)}. */
  private static SeverityNumber words(byte[] in, int from, int at, int wordsEnd, int to) {
    int start = at;
    while (start < wordsEnd) {
      int end = Punctuation.wordEnd(in, start, to);
      int entry = LevelNames.TABLE.findExact(in, start, end);
      if (NameTable.isWord(entry) && LevelPlace.isLevel(in, from, start, end, to)) {
        return SeverityNumber.of(NameTable.number(entry));
      }
      start = end > start ? end : start + Punctuation.width(in, start);
    }
    return SeverityNumber.UNSPECIFIED;
  }
}
