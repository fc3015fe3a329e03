package dev.winnow.kernel.redaction;

/**
 * Finds the few places in a text where a secret may announce itself, 64 bytes at a time. A set of
 * places is a long whose bit n stands for the byte n places behind the first.
 */
final class Sieve {
  /*
   * A table gives each byte a code of four bits, which land in four sets: whether it belongs to a
   * word, and three that mean one thing inside words and another between them:
   *
   *             FIRST                   SECOND   THIRD    SECOND and THIRD
   *   in words  last letters of names   digits   dashes
   *   between   what closes a name      = >      slashes  colons
   *
   * The places are then found by shifting and combining whole sets. What happens at the edge of a
   * block is taken from the last block before it, and is assumed to go on as needed behind it: the
   * sieve may let too much through, never too little.
   */

  static final int BLOCK = Long.SIZE;

  /** The shortest word that may be a token or a card number. */
  static final int MIN_WORD = 13;

  /** Bytes that one accumulator takes: it holds four sets of that many places side by side. */
  private static final int STEP = 16;

  private static final long WORD = 1;
  private static final long FIRST = 1L << STEP;
  private static final long SECOND = 1L << (2 * STEP);
  private static final long THIRD = 1L << (3 * STEP);

  private static final long EVEN_QUARTERS = 0x0000ffff0000ffffL;
  private static final long LOWER_HALF = 0xffffffffL;

  private static final long[] CODES = codes();

  private long lastFirst;
  private long lastDigit;
  private long lastMark;
  private int lastRun;
  private long longWords;

  /** Forgets the last block: the next one begins a text. */
  void restart() {
    lastFirst = 0;
    lastDigit = 0;
    lastMark = 0;
    lastRun = 0;
  }

  /** The places to look at in {@code in[from, to)}, of which no more than the first 64 are read. */
  long sift(byte[] in, int from, int to) {
    int length = Math.min(to - from, BLOCK);
    long a = step(in, from);
    long b = length > STEP ? step(in, from + STEP) : 0;
    long c = length > 2 * STEP ? step(in, from + 2 * STEP) : 0;
    long d = length > 3 * STEP ? step(in, from + 3 * STEP) : 0;
    long evenLow = (a & EVEN_QUARTERS) | (b & EVEN_QUARTERS) << STEP;
    long oddLow = ((a >>> STEP) & EVEN_QUARTERS) | (b & ~EVEN_QUARTERS);
    long evenHigh = (c & EVEN_QUARTERS) | (d & EVEN_QUARTERS) << STEP;
    long oddHigh = ((c >>> STEP) & EVEN_QUARTERS) | (d & ~EVEN_QUARTERS);
    long all = -1L >>> (BLOCK - length);
    long word = ((evenLow & LOWER_HALF) | evenHigh << (2 * STEP)) & all;
    long first = ((oddLow & LOWER_HALF) | oddHigh << (2 * STEP)) & all;
    long second = ((evenLow >>> (2 * STEP)) | (evenHigh & ~LOWER_HALF)) & all;
    long third = ((oddLow >>> (2 * STEP)) | (oddHigh & ~LOWER_HALF)) & all;
    return places(word, first, second, third);
  }

  /** Whether a word of at least {@link #MIN_WORD} begins or goes on at the place. */
  boolean isLongWord(int place) {
    return (longWords >>> place & 1) != 0;
  }

  private long places(long word, long first, long second, long third) {
    long digits = second & word;
    long afterDigit = digits << 1 | lastDigit;
    long colons = second & third;
    long inTime = colons & afterDigit & (digits >>> 1);
    long separators = second & ~word & (first << 1 | lastFirst | afterDigit) & ~inTime;
    long marks = third & ~second;
    long doubles = marks & ~(~marks >>> 1) & ~(marks << 1 | lastMark);
    longWords = longWords(word);
    lastFirst = first >>> 63;
    lastDigit = digits >>> 63;
    lastMark = marks >>> 63;
    lastRun = word == -1 ? lastRun + BLOCK : Long.numberOfLeadingZeros(~word);
    return separators | doubles | longWords | (groups(digits, word) & ~afterDigit);
  }

  /** The places where long words begin, or where they go on if they began in the last block. */
  private long longWords(long word) {
    long two = word & word >>> 1;
    long four = two & two >>> 2;
    long eight = four & four >>> 4;
    long runs = eight & eight >>> 5;
    long begins = runs & ~(runs << 1);
    if (lastRun == 0) {
      return begins;
    }
    boolean becomesLong =
        lastRun < MIN_WORD && lastRun + Long.numberOfTrailingZeros(~word) >= MIN_WORD;
    return becomesLong ? begins | 1 : begins & ~1L;
  }

  /** The places where four digits are and, behind a byte that is no part of a word, four more. */
  private static long groups(long digits, long word) {
    long two = digits & ~(~digits >>> 1);
    long four = two & ~(~two >>> 2);
    return four & ~(word >>> 4) & ~(~four >>> 5);
  }

  /** The codes of 16 bytes, or of those that are left in the array. */
  private static long step(byte[] in, int from) {
    if (from + STEP > in.length) {
      return lastStep(in, from);
    }
    long codes = 0;
    for (int i = 0; i < STEP; i++) {
      codes |= CODES[in[from + i] & 0xff] << i;
    }
    return codes;
  }

  private static long lastStep(byte[] in, int from) {
    long codes = 0;
    for (int i = 0; i < in.length - from; i++) {
      codes |= CODES[in[from + i] & 0xff] << i;
    }
    return codes;
  }

  private static long[] codes() {
    long[] codes = new long[256];
    for (int i = 0; i < codes.length; i++) {
      byte b = (byte) i;
      codes[i] =
          (ByteClass.is(b, ByteClass.WORD) ? WORD : 0)
              | (SecretName.isLastLetter(b) || Assignment.isCloser(b) ? FIRST : 0)
              | (ByteClass.is(b, ByteClass.DIGIT | ByteClass.SEPARATOR) ? SECOND : 0)
              | (i == '-' || i == '/' || i == ':' ? THIRD : 0);
    }
    return codes;
  }
}
