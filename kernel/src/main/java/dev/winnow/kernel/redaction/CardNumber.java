package dev.winnow.kernel.redaction;

/**
 * A payment card number: 13 to 19 digits, in one run or in the groups that are printed on cards,
 * that begin as an issuer's do and whose check digit is right (ISO/IEC 7812-1, annex B).
 */
final class CardNumber {
  private static final int MIN_DIGITS = 13;
  private static final int MAX_DIGITS = 19;
  private static final int GROUP = 4;

  private CardNumber() {}

  /** Adds the card number that begins at {@code from}, if one does. */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    if (from > found.floor() && in[from - 1] == '+') {
      return false; // an E.164 telephone number
    }
    int run = ByteClass.skip(ByteClass.DIGIT, in, from, Math.min(to, from + MAX_DIGITS + 1));
    boolean grouped = run - from == GROUP;
    int end = grouped ? groupsEnd(in, run, to) : run;
    if (end < 0
        || !endsAt(in, end, to)
        || !isCard(in, from, end)
        || (grouped && in[run] == ' ' && isInTable(in, from, end, to, found))) {
      return false;
    }
    found.add(from, end, SecretKind.CREDIT_CARD);
    return true;
  }

  /** The end of the groups 4-4-4-4, 4-6-5 or 4-6-4 of which the first ends at {@code from}. */
  private static int groupsEnd(byte[] in, int from, int to) {
    int second = group(in, from, from, to);
    int third = second < 0 ? -1 : group(in, from, second, to);
    if (third < 0) {
      return -1;
    }
    int width = second - from - 1;
    int last = third - second - 1;
    if (width == 6) {
      return last == 4 || last == 5 ? third : -1;
    }
    int fourth = width == 4 && last == 4 ? group(in, from, third, to) : -1;
    return fourth - third - 1 == 4 ? fourth : -1;
  }

  /**
   * The end of the digits behind the separator at {@code at}, which is the one at {@code first}.
   */
  private static int group(byte[] in, int first, int at, int to) {
    if (at >= to || (in[at] != ' ' && in[at] != '-') || in[at] != in[first]) {
      return -1;
    }
    return ByteClass.skip(ByteClass.DIGIT, in, at + 1, Math.min(to, at + 8));
  }

  /** Whether the groups stand among more of their size, as in a dump of memory. */
  private static boolean isInTable(byte[] in, int from, int end, int to, SecretSpans found) {
    int before = from - 1 - GROUP;
    return (before >= found.floor() && in[from - 1] == ' ' && isCell(in, before, to))
        || (end < to && in[end] == ' ' && isCell(in, end + 1, to));
  }

  /** Whether four hex digits are at {@code from}, and the word ends with them. */
  private static boolean isCell(byte[] in, int from, int to) {
    int end = from + GROUP;
    for (int at = from; at < end; at++) {
      if (at >= to || !ByteClass.isHexDigit(in[at])) {
        return false;
      }
    }
    return end == to || !ByteClass.is(in[end], ByteClass.WORD);
  }

  /** Whether a number may end here: a word or a decimal fraction that goes on is no card number. */
  private static boolean endsAt(byte[] in, int at, int to) {
    if (at == to || !ByteClass.is(in[at], ByteClass.WORD)) {
      return true;
    }
    boolean joined = in[at] == '.' || in[at] == '-';
    return joined && (at + 1 == to || !ByteClass.is(in[at + 1], ByteClass.ALPHANUMERIC));
  }

  private static boolean isCard(byte[] in, int from, int to) {
    int digits = 0;
    int sum = 0;
    int number = 0;
    for (int at = to - 1; at >= from; at--) {
      if (ByteClass.is(in[at], ByteClass.DIGIT)) {
        int digit = in[at] - '0';
        int doubled = digits % 2 == 0 ? digit : 2 * digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
        digits++;
      }
    }
    for (int at = from; at < to && at < from + 4; at++) {
      number = 10 * number + in[at] - '0';
    }
    return digits >= MIN_DIGITS && sum % 10 == 0 && isIssued(number, digits);
  }

  /** Whether an issuer gives out numbers of this length that begin with these four digits. */
  private static boolean isIssued(int prefix, int digits) {
    return switch (digits) {
      case 13 -> isVisa(prefix);
      case 14 -> isDiners(prefix);
      case 15 -> prefix / 100 == 34 || prefix / 100 == 37; // American Express
      case 16 -> isVisa(prefix) || isMastercard(prefix) || isDiscover(prefix) || isJcb(prefix);
      default -> prefix / 100 == 62 && digits <= MAX_DIGITS; // UnionPay
    };
  }

  private static boolean isVisa(int prefix) {
    return prefix / 1000 == 4;
  }

  private static boolean isDiners(int prefix) {
    return (prefix >= 3000 && prefix <= 3059) || prefix / 100 == 36 || prefix / 100 == 38;
  }

  private static boolean isMastercard(int prefix) {
    return (prefix >= 5100 && prefix <= 5599) || (prefix >= 2221 && prefix <= 2720);
  }

  private static boolean isDiscover(int prefix) {
    return prefix == 6011
        || prefix / 100 == 65
        || prefix / 100 == 62
        || (prefix >= 6440 && prefix <= 6499);
  }

  private static boolean isJcb(int prefix) {
    return prefix >= 3528 && prefix <= 3589;
  }
}
