package dev.winnow.kernel.redaction;

/** Pairs {@code name=value}, joined by commas or semicolons, as the values of headers have them. */
final class HeaderPairs {
  private HeaderPairs() {}

  /**
   * Adds the list of pairs that begins at {@code from}, if one does, or the marker it runs into.
   */
  static boolean find(
      byte[] in, int from, int to, char separator, SecretKind kind, SecretSpans found) {
    int end = from;
    int next = from;
    while (next >= 0) {
      int value = valueStart(in, next, to);
      if (value < 0) {
        break;
      }
      end = valueEnd(in, value, to);
      if (SecretMarker.find(in, end, to, found)) {
        return true;
      }
      end = afterQuote(in, value, end, to);
      next =
          end < to && in[end] == separator ? ByteClass.skip(ByteClass.BLANK, in, end + 1, to) : -1;
    }
    found.countRead(end - from);
    if (end > from) {
      found.add(from, end, kind);
    }
    return end > from;
  }

  /** Adds the value of the pair at {@code from}, if there is one, or the marker it runs into. */
  static boolean findFirstValue(byte[] in, int from, int to, SecretKind kind, SecretSpans found) {
    int pair = valueStart(in, from, to);
    if (pair < 0) {
      return false;
    }
    int value = ValueEnd.afterQuote(in, pair, to);
    int end = valueEnd(in, pair, to);
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    if (end == value || StandIn.is(in, value, end)) {
      return false;
    }
    found.add(value, end, TokenShapes.kindOf(in, value, end, kind));
    return true;
  }

  /** Where the value of the pair at {@code from} begins, with its quote, or -1 without a pair. */
  private static int valueStart(byte[] in, int from, int to) {
    int name = ByteClass.skip(ByteClass.WORD, in, from, to);
    return name > from && name < to && in[name] == '=' ? name + 1 : -1;
  }

  private static int valueEnd(byte[] in, int from, int to) {
    int at = ValueEnd.afterQuote(in, from, to);
    if (at > from) {
      return ValueEnd.quoted(in, from, at, to);
    }
    while (at < to && !ByteClass.is(in[at], ByteClass.HARD) && "\\,;<>)]}".indexOf(in[at]) < 0) {
      at++;
    }
    return at;
  }

  private static int afterQuote(byte[] in, int from, int valueEnd, int to) {
    if (ValueEnd.afterQuote(in, from, to) == from) {
      return valueEnd;
    }
    int at = valueEnd;
    while (at < to && in[at] == '\\') {
      at++;
    }
    return at < to && ByteClass.is(in[at], ByteClass.QUOTE) ? at + 1 : valueEnd;
  }
}
