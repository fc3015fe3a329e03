package dev.winnow.kernel.form;

/** The grammar of network addresses, UUIDs and numbers in base 16. */
final class Addresses {
  private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};

  private Addresses() {}

  /** {@code a.b.c.d}, with an optional {@code :port}, {@code /prefix} or {@code #port}. */
  static boolean isIp4(byte[] in, int from, int to) {
    int at = from;
    for (int i = 0; i < 4; i++) {
      int end = Numbers.digits(in, at, to);
      if (end == at || end - at > 3 || (end - at == 3 && in[at] > '2')) {
        return false;
      }
      if (i < 3 && (end >= to || in[end] != '.')) {
        return false;
      }
      at = end + 1;
    }
    int end = at - 1;
    return end == to
        || ((in[end] == ':' || in[end] == '/' || in[end] == '#')
            && Numbers.isInteger(in, end + 1, to)
            && to - end <= 6);
  }

  /** Two to seven colons between groups of up to four hex digits; {@code ::} at most once. */
  static boolean isIp6(byte[] in, int from, int to) {
    int colons = 0;
    int doubles = 0;
    int group = 0;
    int at = from;
    for (; at < to && in[at] != '%' && in[at] != '/'; at++) {
      if (in[at] == ':') {
        doubles += at > from && in[at - 1] == ':' ? 1 : 0;
        colons++;
        group = 0;
      } else if (!isHexDigit(in[at]) || ++group > 4) {
        return false;
      }
    }
    boolean full = colons == 7 && doubles == 0;
    return at - from > 2 && (full || (doubles == 1 && colons <= 7));
  }

  static boolean isMac(byte[] in, int from, int to) {
    if (to - from != 17 || (in[from + 2] != ':' && in[from + 2] != '-')) {
      return false;
    }
    for (int i = 0; i < 17; i++) {
      byte b = in[from + i];
      if (i % 3 == 2 ? b != in[from + 2] : !isHexDigit(b)) {
        return false;
      }
    }
    return true;
  }

  static boolean isUuid(byte[] in, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    int at = from;
    for (int group : UUID_GROUPS) {
      for (int i = 0; i < group; i++) {
        if (!isHexDigit(in[at++])) {
          return false;
        }
      }
      if (at < to && in[at++] != '-') {
        return false;
      }
    }
    return true;
  }

  /** {@code 0x1f}, or at least six hex digits with a letter among them. */
  static boolean isHex(byte[] in, int from, int to) {
    boolean marked = to - from > 2 && in[from] == '0' && (in[from + 1] | 0x20) == 'x';
    int at = marked ? from + 2 : from;
    if (!marked && to - from < 6) {
      return false;
    }
    while (at < to && isHexDigit(in[at])) {
      at++;
    }
    return at == to;
  }

  private static boolean isHexDigit(byte b) {
    return Numbers.isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f');
  }
}
