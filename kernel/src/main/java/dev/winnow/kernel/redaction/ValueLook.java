package dev.winnow.kernel.redaction;

/** Judges a value by its look: is it random text, or does it mean something? */
final class ValueLook {
  /*
   * A value is cut into runs of letters and digits; it is random if one of its runs is:
   *
   *   run                                          example             random
   *   digits                                       20240131            no
   *   letters, 4 or more to a part of camel case,  RefreshToken        no
   *     or fewer than 4 parts
   *   letters in more and shorter parts            dXNlcjpwYXNz        yes
   *   one part of more than 31 letters                                 yes
   *   letters and up to 3 digits: as the letters   oauth2, SHA256      no (strictly: only if there
   *                                                                    are 5 letters at most)
   *   shorter than 4                               v1b                 no
   *   0x and up to 16 hex digits                   0x7f3a2b10          no (an address)
   *   digits around one T or Z                     02T03               no (a timestamp)
   *   any other mix of letters and digits          9f86d081, 2bort2b   yes
   *
   * Never random, whatever the runs: fewer than 8 bytes, a value with an at sign (a mailbox, or a
   * Java object's identity) or with bytes beyond ASCII. Strictly, punctuation that joins no names,
   * such as ! or ^, makes a value random.
   */

  private static final int MIN_LENGTH = 8;
  private static final int MIN_MIXED = 4;
  private static final int MAX_WORD = 31;
  private static final int MIN_PARTS = 4;
  private static final int MEAN_PART = 4;
  private static final int MAX_SUFFIX = 3;
  private static final int MAX_ACRONYM = 5;
  private static final int MAX_SCHEME = 32;
  private static final int MAX_ADDRESS = 18;
  private static final int UUID_LENGTH = 36;
  private static final String JOINERS = "-_./:+,~=%";

  private ValueLook() {}

  /**
   * Whether the value looks random.
   *
   * @param strict whether a word with a number, or with odd punctuation, is suspicious
   */
  static boolean isRandom(byte[] in, int from, int to, boolean strict) {
    if (to - from < MIN_LENGTH) {
      return false;
    }
    boolean random = false;
    int at = from;
    while (at < to) {
      int end = ByteClass.skip(ByteClass.ALPHANUMERIC, in, at, to);
      if (end > at) {
        random |= isRandomRun(in, at, end, strict);
        at = end;
      } else if (in[at] < 0 || in[at] == '@') {
        return false;
      } else {
        random |= strict && JOINERS.indexOf(in[at]) < 0;
        at++;
      }
    }
    return random;
  }

  /** Whether the value looks random and is no id in hex digits, in groups or not. */
  static boolean isOpaque(byte[] in, int from, int to) {
    int hex = ByteClass.HEX | ByteClass.DASH;
    boolean isId = ByteClass.skip(hex, in, from, to) == to;
    boolean isUuid = to - from == UUID_LENGTH && in[from + 8] == '-' && in[from + 13] == '-';
    return !isId && !isUuid && isRandom(in, from, to, false);
  }

  /** Whether the value is a path, absolute or explicitly relative, or a URL. */
  static boolean isPath(byte[] in, int from, int to) {
    return from < to && ("/.~".indexOf(in[from]) >= 0 || hasScheme(in, from, to));
  }

  /**
   * Whether the value is a path whose first segment is a name, or a URL. Base64 may begin with a
   * slash, too.
   */
  static boolean isNamedPath(byte[] in, int from, int to) {
    int slash = from;
    while (slash < to && (in[slash] == '.' || in[slash] == '~')) {
      slash++;
    }
    if (slash == to || in[slash] != '/') {
      return hasScheme(in, from, to);
    }
    int name = slash + 1;
    int rest = ByteClass.skip(ByteClass.LETTER, in, name, Math.min(to, name + 1));
    int end = ByteClass.skip(ByteClass.LOWER | ByteClass.DIGIT | ByteClass.JOINT, in, rest, to);
    return end - name > 1 && (end == to || in[end] == '/');
  }

  private static boolean hasScheme(byte[] in, int from, int to) {
    int word = ByteClass.skip(ByteClass.WORD, in, from, Math.min(to, from + MAX_SCHEME));
    boolean isDrive = word == from + 1 && word < to && in[word] == ':';
    return isDrive || ByteClass.matchesExactly("://", in, word, to);
  }

  /** Whether the value is made of digits, with signs, points and commas. */
  static boolean isNumber(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!ByteClass.is(in[at], ByteClass.DIGIT) && "+-.,/%".indexOf(in[at]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is one word as sentences have it. */
  static boolean isPlainWord(byte[] in, int from, int to) {
    int at = ByteClass.is(in[from], ByteClass.UPPER) ? from + 1 : from;
    return to - from <= MAX_WORD && ByteClass.skip(ByteClass.LOWER, in, at, to) == to;
  }

  private static boolean isRandomRun(byte[] in, int from, int to, boolean strict) {
    int letters = ByteClass.skip(ByteClass.LETTER, in, from, to);
    int digits = ByteClass.skip(ByteClass.DIGIT, in, letters, to);
    boolean isNumber = digits == to && letters == from;
    boolean isWordAndNumber =
        digits == to
            && to - letters <= MAX_SUFFIX
            && (to == letters || !strict || letters - from <= MAX_ACRONYM);
    if (isNumber || isWordAndNumber) {
      return !isNumber && isRandomWord(in, from, letters);
    }
    return to - from >= MIN_MIXED && !isAddress(in, from, to) && !isTimePart(in, from, to);
  }

  private static boolean isRandomWord(byte[] in, int from, int to) {
    int parts = 1;
    for (int at = from + 1; at < to; at++) {
      boolean begins =
          ByteClass.is(in[at - 1], ByteClass.LOWER)
              || (at + 1 < to && ByteClass.is(in[at + 1], ByteClass.LOWER));
      parts += begins && ByteClass.is(in[at], ByteClass.UPPER) ? 1 : 0;
    }
    int length = to - from;
    return parts == 1 ? length > MAX_WORD : parts >= MIN_PARTS && parts * MEAN_PART > length;
  }

  private static boolean isAddress(byte[] in, int from, int to) {
    return to - from <= MAX_ADDRESS
        && in[from] == '0'
        && in[from + 1] == 'x'
        && ByteClass.skip(ByteClass.HEX, in, from + 2, to) == to;
  }

  private static boolean isTimePart(byte[] in, int from, int to) {
    int letter = ByteClass.skip(ByteClass.DIGIT, in, from, to);
    return letter < to
        && (in[letter] == 'T' || in[letter] == 'Z')
        && ByteClass.skip(ByteClass.DIGIT, in, letter + 1, to) == to;
  }
}
