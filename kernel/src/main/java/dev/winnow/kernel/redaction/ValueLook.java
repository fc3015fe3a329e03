package dev.winnow.kernel.redaction;

/** Judges a value by its look: is it random text, or does it mean something? */
final class ValueLook {
  /*
   * A value is cut into runs of letters and digits; it is random if one of its runs is:
   *
   *   run                                         example               random
   *   digits only                                 20240131              no
   *   letters, case changes as in names           RefreshToken, expired no
   *   letters, case changes in 2 of 5 places      dXNlcjpwYXNz          yes
   *   32 letters of one case or more                                    yes
   *   letters, then up to 3 digits                oauth2, SHA256        no (5 letters at most,
   *                                                                     if a number is suspicious)
   *   shorter than 4                              v1b                   no
   *   0x and up to 16 hex digits                  0x7f3a2b10            no (an address)
   *   digits around one T or Z                    02T03                 no (a timestamp)
   *   any other mix of letters and digits         9f86d081, hunter2x    yes
   *
   * Never random, whatever the runs: fewer than 8 bytes, a value with an at sign (a
   * mailbox, or a Java object's identity) or with bytes beyond ASCII. Punctuation that joins no
   * names, such as ! or ^, makes a value random if a number would be suspicious.
   */

  private static final int MIN_LENGTH = 8;
  private static final int MIN_MIXED = 4;
  private static final int MAX_WORD = 31;
  private static final int MAX_SUFFIX = 3;
  private static final int MAX_ACRONYM = 5;
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
    if (from == to) {
      return false;
    }
    byte first = in[from];
    if (first == '/' || first == '.' || first == '~') {
      return true;
    }
    int word = ByteClass.skip(ByteClass.WORD, in, from, to);
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
    int letters = 0;
    int changes = 0;
    for (int at = from; at < to; at++) {
      int kind = ByteClass.of(in[at]) & ByteClass.LETTER;
      letters += kind != 0 ? 1 : 0;
      boolean change = kind != 0 && at > from && kind != (ByteClass.of(in[at - 1]) & kind);
      changes += change ? 1 : 0;
    }
    int length = to - from;
    if (letters == 0) {
      return false;
    }
    if (letters == length) {
      return changes == 0 ? length > MAX_WORD : length >= MIN_LENGTH && 5 * changes > 2 * length;
    }
    if (length < MIN_MIXED || isAddress(in, from, to) || isTimePart(in, from, to, letters)) {
      return false;
    }
    return !isWordAndNumber(in, from, to, letters, strict);
  }

  private static boolean isWordAndNumber(byte[] in, int from, int to, int letters, boolean strict) {
    boolean lettersFirst =
        ByteClass.skip(ByteClass.LETTER, in, from, to) == from + letters && letters <= MAX_WORD;
    return lettersFirst && to - from - letters <= MAX_SUFFIX && (!strict || letters <= MAX_ACRONYM);
  }

  private static boolean isAddress(byte[] in, int from, int to) {
    return to - from <= MAX_ADDRESS
        && in[from] == '0'
        && in[from + 1] == 'x'
        && ByteClass.skip(ByteClass.HEX, in, from + 2, to) == to;
  }

  private static boolean isTimePart(byte[] in, int from, int to, int letters) {
    int letter = ByteClass.skip(ByteClass.DIGIT, in, from, to);
    return letters == 1 && letter < to && (in[letter] == 'T' || in[letter] == 'Z');
  }
}
