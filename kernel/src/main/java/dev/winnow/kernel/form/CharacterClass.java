package dev.winnow.kernel.form;

import java.util.Arrays;

/** What a character is to the form scanner: one bit for each class, the same on every runtime. */
public final class CharacterClass {
  static final int LETTER = 1;
  static final int UPPER = 1 << 1;
  static final int DIGIT = 1 << 2;
  static final int DOT = 1 << 3;
  static final int DASH = 1 << 4;
  static final int UNDERSCORE = 1 << 5;
  static final int COLON = 1 << 6;
  static final int SLASH = 1 << 7;
  static final int BACKSLASH = 1 << 8;
  static final int AT = 1 << 9;
  static final int HASH = 1 << 10;
  static final int PERCENT = 1 << 11;
  static final int PLUS = 1 << 12;
  static final int QUESTION = 1 << 13;
  static final int MARK = 1 << 14;

  /** A character that is part of a word. */
  static final int WORD = (1 << 15) - 1;

  static final int SPACE = 1 << 15;
  static final int NEWLINE = 1 << 16;
  static final int SEPARATOR = 1 << 17;

  /** A letter of a script that writes without spaces; a run of them is a word of its own. */
  static final int IDEOGRAPH = 1 << 18;

  /** The first byte of a character above ASCII, whose class is that of its code point. */
  static final int HIGH = 1 << 19;

  private static final int PAGE_BITS = 8;
  private static final int[] ASCII = ascii();
  private static final byte[][] PAGES = pages();
  private static final int[] BY_LETTER = byLetter();

  private CharacterClass() {}

  /** Whether the character is a letter of a script that writes without spaces. */
  public static boolean isIdeograph(int codePoint) {
    return of(codePoint) == IDEOGRAPH;
  }

  /** Whether the character is a letter, a combining mark or a decimal digit of any script. */
  public static boolean isAlphanumeric(int codePoint) {
    return (of(codePoint) & (LETTER | DIGIT | IDEOGRAPH)) != 0;
  }

  /** Whether the character is a token of its own wherever it stands. */
  public static boolean isSeparator(int codePoint) {
    return of(codePoint) == SEPARATOR;
  }

  /** The table for single bytes: ASCII by its class, all others {@link #HIGH}. */
  static int[] ofBytes() {
    return ASCII.clone();
  }

  static int of(int codePoint) {
    if (codePoint < 0x80) {
      return ASCII[codePoint];
    }
    byte letter = PAGES[codePoint >> PAGE_BITS][codePoint & ((1 << PAGE_BITS) - 1)];
    return BY_LETTER[letter];
  }

  private static int[] ascii() {
    int[] table = new int[256];
    Arrays.fill(table, 0, 0x20, SPACE);
    Arrays.fill(table, '0', '9' + 1, DIGIT);
    Arrays.fill(table, 'a', 'z' + 1, LETTER);
    Arrays.fill(table, 'A', 'Z' + 1, LETTER | UPPER);
    Arrays.fill(table, 0x80, 0x100, HIGH);
    table['\n'] = NEWLINE;
    table[' '] = SPACE;
    table[0x7f] = SPACE;
    for (char c : "()[]{}<>=,;\"'|".toCharArray()) {
      table[c] = SEPARATOR;
    }
    for (char c : "!$&*^`~".toCharArray()) {
      table[c] = MARK;
    }
    table['.'] = DOT;
    table['-'] = DASH;
    table['_'] = UNDERSCORE;
    table[':'] = COLON;
    table['/'] = SLASH;
    table['\\'] = BACKSLASH;
    table['@'] = AT;
    table['#'] = HASH;
    table['%'] = PERCENT;
    table['+'] = PLUS;
    table['?'] = QUESTION;
    return table;
  }

  private static int[] byLetter() {
    int[] classes = new int[128];
    classes['s'] = SPACE;
    classes['n'] = NEWLINE;
    classes['l'] = LETTER;
    classes['i'] = IDEOGRAPH;
    classes['d'] = DIGIT;
    classes['p'] = SEPARATOR;
    return classes;
  }

  private static byte[][] pages() {
    byte[] all = new byte[Character.MAX_CODE_POINT + 1];
    int start = 0;
    byte letter = 'p';
    for (String range : CharacterTable.RANGES.trim().split("\\s+", -1)) {
      int next = start + Integer.parseInt(range, 1, range.length(), 16);
      Arrays.fill(all, start, next, letter);
      start = next;
      letter = (byte) range.charAt(0);
    }
    Arrays.fill(all, start, all.length, letter);
    return paged(all);
  }

  /** Cuts the table into pages and lets equal neighbours share one array. */
  private static byte[][] paged(byte[] all) {
    int size = 1 << PAGE_BITS;
    byte[][] pages = new byte[all.length / size][];
    for (int i = 0; i < pages.length; i++) {
      byte[] page = Arrays.copyOfRange(all, i * size, (i + 1) * size);
      pages[i] = i > 0 && Arrays.equals(pages[i - 1], page) ? pages[i - 1] : page;
    }
    return pages;
  }
}
