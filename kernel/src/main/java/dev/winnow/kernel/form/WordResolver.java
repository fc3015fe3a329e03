package dev.winnow.kernel.form;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a word that holds more than letters is: a variable, literal text, or parts of both.
 */
final class WordResolver {
  private static final int HAS_DIGIT = CharacterClass.DIGIT;
  private static final int TIME_CLASSES =
      CharacterClass.DIGIT
          | CharacterClass.LETTER
          | CharacterClass.UPPER
          | CharacterClass.COLON
          | CharacterClass.DASH
          | CharacterClass.SLASH
          | CharacterClass.DOT
          | CharacterClass.UNDERSCORE
          | CharacterClass.PLUS;

  /** Behind so many cuts the rest of a word is one part, so that a word is read in linear time. */
  private static final int MAX_CUTS = 16;

  private static final boolean[] PEELED_BEFORE = table("*!?^&#@:`");
  private static final boolean[] PEELED_AFTER = table(".:!?^&#@`%*");
  private static final boolean[] PEELED_AFTER_PATH = table(".:!?");

  private final FormWriter writer;

  WordResolver(FormWriter writer) {
    this.writer = writer;
  }

  /** Writes the tokens of the word {@code in[from, to)}, whose classes are {@code seen}. */
  void resolve(byte[] in, int from, int to, int seen) {
    if (seen == CharacterClass.DIGIT && in[from] > 0) {
      writer.number(in, from, to);
      return;
    }
    if ((seen & CharacterClass.SLASH) != 0 && isProtocol(in, from, to)) {
      if (writer.takesProtocol()) {
        writer.absorb();
      } else {
        writer.literal(in, from, to);
      }
      return;
    }
    if (in[from] == '/' && writer.expectsTarget()) {
      target(in, from, to);
      return;
    }
    int start = from;
    while (start < to && PEELED_BEFORE[in[start] & 0xff]) {
      start++;
    }
    boolean[] after = (seen & CharacterClass.SLASH) != 0 ? PEELED_AFTER_PATH : PEELED_AFTER;
    int end = to;
    while (end > start && after[in[end - 1] & 0xff]) {
      end--;
    }
    if (start > from) {
      writer.literal(in, from, start);
    }
    if (end > start) {
      boolean peeled = start > from || end < to;
      part(in, start, end, peeled ? classes(in, start, end) : seen);
    }
    if (end < to) {
      writer.literal(in, end, to);
    }
  }

  /**
   * Writes the target of a request by its segments: its literal ones tell what was asked for, as a
   * route does, and a health check must not look like an order.
   */
  private void target(byte[] in, int from, int to) {
    int end = indexOf(in, from, to, '?');
    int path = end < 0 ? to : end;
    int at = from;
    while (at < path) {
      int slash = indexOf(in, at + 1, path, '/');
      int next = slash < 0 ? path : slash;
      writer.literal(in, at, at + 1);
      if (next > at + 1) {
        segment(in, at + 1, next);
      }
      at = next;
    }
    if (end >= 0) {
      writer.literal(in, end, end + 1);
      writer.mask(Mask.TEXT, end + 1, to);
    }
    writer.endTarget();
  }

  private void segment(byte[] in, int from, int to) {
    int seen = classes(in, from, to);
    if ((seen & HAS_DIGIT) == 0 || isNumberedWord(in, from, to, seen)) {
      writer.literal(in, from, to);
    } else if (!whole(in, from, to, seen)) {
      writer.mask(Mask.ID, from, to);
    }
  }

  /** Writes a word in one piece or, if it is no variable as a whole, cut into several. */
  private void part(byte[] in, int from, int to, int wordClasses) {
    int at = from;
    int end = to;
    int cuts = 0;
    for (int seen = wordClasses; at < to; seen = classes(in, at, end)) {
      if (end > at && !whole(in, at, end, seen)) {
        int cut = end == to && cuts++ < MAX_CUTS ? cut(in, at, to, seen) : -1;
        if (cut >= 0) {
          end = cut;
          continue;
        }
        leaf(in, at, end, seen);
      }
      if (end < to) {
        writer.literal(in, end, end + 1);
      }
      at = end + 1;
      end = to;
    }
  }

  /** Writes the word as one variable if it is one by a grammar. */
  private boolean whole(byte[] in, int from, int to, int seen) {
    if (seen == HAS_DIGIT && Numbers.isInteger(in, from, to)) {
      writer.number(in, from, to);
      return true;
    }
    if ((seen & HAS_DIGIT) != 0) {
      int time = (seen & ~TIME_CLASSES) == 0 ? Times.parts(in, from, to) : 0;
      if (time != 0) {
        writer.time(time, from, to);
        return true;
      }
    }
    Mask mask = mask(in, from, to, seen);
    if (mask == Mask.NUM) {
      writer.number(in, from, to);
    } else if (mask != null) {
      writer.mask(mask, from, to);
    }
    return mask != null;
  }

  /** The type of a word that is one variable by a grammar other than that of time, or null. */
  private static @Nullable Mask mask(byte[] in, int from, int to, int seen) {
    if ((seen & HAS_DIGIT) != 0) {
      Mask number = Numbers.mask(in, from, to);
      Mask mask = number != null ? number : numeric(in, from, to, seen);
      if (mask != null) {
        return mask;
      }
    }
    return named(in, from, to, seen);
  }

  private static @Nullable Mask numeric(byte[] in, int from, int to, int seen) {
    if ((seen & CharacterClass.DOT) != 0) {
      int address = in[from] == '/' ? from + 1 : from;
      if (Addresses.isIp4(in, address, to)) {
        return Mask.IP;
      }
      if (isVersion(in, from, to)) {
        return Mask.VERSION;
      }
    }
    if ((seen & CharacterClass.DASH) != 0 && Addresses.isUuid(in, from, to)) {
      return Mask.UUID;
    }
    if ((seen & (CharacterClass.COLON | CharacterClass.DASH)) != 0
        && Addresses.isMac(in, from, to)) {
      return Mask.MAC;
    }
    if ((seen & CharacterClass.COLON) != 0 && Addresses.isIp6(in, from, to)) {
      return Mask.IP;
    }
    if (Addresses.isHex(in, from, to)) {
      return Mask.HEX;
    }
    return Numbers.isIsoDuration(in, from, to) ? Mask.DUR : null;
  }

  private static @Nullable Mask named(byte[] in, int from, int to, int seen) {
    if ((seen & CharacterClass.SLASH) != 0) {
      if ((seen & CharacterClass.COLON) != 0 && hasScheme(in, from, to)) {
        return Mask.URL;
      }
      if (isPath(in, from, to, seen)) {
        return Mask.PATH;
      }
    }
    if ((seen & CharacterClass.BACKSLASH) != 0 && to - from > 2) {
      return Mask.PATH;
    }
    return (seen & CharacterClass.AT) != 0 && isEmail(in, from, to) ? Mask.EMAIL : null;
  }

  /** Where a word that is no variable as a whole is cut, or -1. */
  private static int cut(byte[] in, int from, int to, int seen) {
    if ((seen & CharacterClass.COLON) != 0) {
      int colon = indexOf(in, from, to, ':');
      boolean port = colon > from && Numbers.isInteger(in, colon + 1, to);
      return port && isMixed(in, from, colon) ? -1 : colon;
    }
    if ((seen & CharacterClass.HASH) != 0) {
      return indexOf(in, from, to, '#');
    }
    if ((seen & CharacterClass.AT) != 0) {
      return indexOf(in, from, to, '@');
    }
    if ((seen & CharacterClass.SLASH) != 0) {
      return indexOf(in, from, to, '/');
    }
    if ((seen & CharacterClass.DASH) != 0) {
      int dash = indexOf(in, from + 1, to, '-');
      boolean range = dash > 0 && Numbers.number(in, from, dash) == dash;
      return range && Numbers.number(in, dash + 1, to) == to ? dash : -1;
    }
    return -1;
  }

  /** Writes a word that no grammar knows: literal without digits, else an identifier. */
  private void leaf(byte[] in, int from, int to, int seen) {
    if (seen == CharacterClass.DIGIT) {
      writer.mask(Mask.NUM, from, to);
    } else if ((seen & HAS_DIGIT) == 0 || isNumberedWord(in, from, to, seen)) {
      writer.literal(in, from, to);
    } else {
      writer.mask(Mask.ID, from, to);
    }
  }

  private static int classes(byte[] in, int from, int to) {
    int seen = 0;
    for (int i = from; i < to; ) {
      if (in[i] >= 0) {
        seen |= CharacterClass.of(in[i++]);
        continue;
      }
      int packed = Utf8.decode(in, i, to);
      seen |= CharacterClass.of(Utf8.codePoint(packed));
      i += Utf8.length(packed);
    }
    return seen;
  }

  /** Letters and one digit at the end, such as {@code ssh2} or {@code IPv4}: a name. */
  private static boolean isNumberedWord(byte[] in, int from, int to, int seen) {
    if ((seen & ~(CharacterClass.LETTER | CharacterClass.UPPER | CharacterClass.DIGIT)) != 0) {
      return false;
    }
    for (int i = from; i < to - 1; i++) {
      if (Numbers.isDigit(in[i])) {
        return false;
      }
    }
    return to - from > 1;
  }

  private static boolean isMixed(byte[] in, int from, int to) {
    int seen = classes(in, from, to);
    return (seen & CharacterClass.DIGIT) != 0 && (seen & CharacterClass.LETTER) != 0;
  }

  private static boolean isVersion(byte[] in, int from, int to) {
    int at = in[from] == 'v' || in[from] == 'V' ? from + 1 : from;
    int dots = 0;
    int digits = Numbers.digits(in, at, to);
    while (digits > at && digits < to && in[digits] == '.') {
      at = digits + 1;
      digits = Numbers.digits(in, at, to);
      dots += digits > at ? 1 : 0;
    }
    return dots >= 2 || (dots == 1 && (in[from] | 0x20) == 'v');
  }

  private static boolean hasScheme(byte[] in, int from, int to) {
    int colon = indexOf(in, from, to, ':');
    return colon > from && colon + 2 < to && in[colon + 1] == '/' && in[colon + 2] == '/';
  }

  private static boolean isPath(byte[] in, int from, int to, int seen) {
    byte first = in[from];
    boolean marked = first == '~' || first == '.';
    int slash = indexOf(in, from, to, '/');
    boolean numbered = (seen & CharacterClass.COLON) != 0 && Numbers.isDigit(in[to - 1]);
    if (to - from < 2 || numbered) {
      return false;
    }
    if (slash == from || (marked && slash <= from + 2)) {
      return true;
    }
    int second = indexOf(in, slash + 1, to, '/');
    return second > 0
        && (seen & (CharacterClass.DIGIT | CharacterClass.DOT)) != 0
        && (seen & CharacterClass.LETTER) != 0;
  }

  private static boolean isEmail(byte[] in, int from, int to) {
    int at = indexOf(in, from, to, '@');
    return at > from
        && at + 1 < to
        && (in[at + 1] | 0x20) >= 'a'
        && (in[at + 1] | 0x20) <= 'z'
        && indexOf(in, at + 1, to, '@') < 0;
  }

  /** {@code HTTP/1.1} and {@code HTTP/2}. */
  private static boolean isProtocol(byte[] in, int from, int to) {
    return to - from >= 6
        && to - from <= 8
        && in[from] == 'H'
        && in[from + 1] == 'T'
        && in[from + 2] == 'T'
        && in[from + 3] == 'P'
        && in[from + 4] == '/'
        && Numbers.number(in, from + 5, to) == to;
  }

  private static boolean[] table(String characters) {
    boolean[] table = new boolean[256];
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = true;
    }
    return table;
  }

  private static int indexOf(byte[] in, int from, int to, char c) {
    for (int i = from; i < to; i++) {
      if (in[i] == c) {
        return i;
      }
    }
    return -1;
  }
}
