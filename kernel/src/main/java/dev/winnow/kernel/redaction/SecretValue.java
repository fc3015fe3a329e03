package dev.winnow.kernel.redaction;

/** The value of a {@link SecretName}. */
final class SecretValue {
  /** A value of a token's alphabet that is longer is random, whatever it looks like. */
  private static final int MAX_JUDGED = 160;

  private SecretValue() {}

  /**
   * Adds the value that begins at {@code from}, perhaps with a quote, if it is a secret; or the
   * marker that it runs into.
   *
   * @param prose whether name and value may be words of a sentence
   */
  static boolean find(
      byte[] in, int from, int to, SecretName name, boolean prose, SecretSpans found) {
    int open = from < to && in[from] == '[' && !name.policy().isPassword() ? from + 1 : from;
    int at = ValueEnd.afterQuote(in, open, to);
    boolean quoted = at > open;
    if (PrivateKeyBlock.find(in, at, to, found)) {
      return true;
    }
    if (name.policy().refuses(in, at, to, prose && !quoted)) {
      return false;
    }
    return switch (name.policy()) {
      case NEVER, ALWAYS, UNLESS_PATH, UNLESS_RESULT -> {
        int end = quoted ? ValueEnd.quoted(in, open, at, to) : ValueEnd.unquoted(in, at, to);
        yield password(in, at, end, to, name, prose && !quoted, found);
      }
      case HEADER ->
          HttpCredentials.find(in, at, to, found) || token(in, at, to, name, quoted, found);
      case COOKIES ->
          HeaderPairs.find(in, at, to, ';', name.kind(), found)
              || token(in, at, to, name, quoted, found);
      case SET_COOKIE -> HeaderPairs.findFirstValue(in, at, to, name.kind(), found);
      case LIKELY, JUDGED, OPAQUE -> token(in, at, to, name, quoted, found);
    };
  }

  /** Adds the text of the XML element whose start tag ends at {@code from}. */
  static boolean findElement(byte[] in, int from, int to, SecretName name, SecretSpans found) {
    int end = from;
    if (name.policy().refuses(in, from, to, false)) {
      return false;
    }
    while (end < to && in[end] != '<' && !ByteClass.is(in[end], ByteClass.BREAK)) {
      end++;
    }
    found.countRead(end - from);
    if (end + 1 >= to || in[end] != '<') {
      return false;
    }
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    if (in[end + 1] != '/' || !name.policy().accepts(in, from, end, false)) {
      return false;
    }
    found.add(from, end, TokenShapes.kindOf(in, from, end, name.kind()));
    return true;
  }

  private static boolean password(
      byte[] in, int from, int end, int to, SecretName name, boolean prose, SecretSpans found) {
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    if (!name.policy().accepts(in, from, end, prose)) {
      return false;
    }
    found.add(from, end, TokenShapes.kindOf(in, from, end, name.kind()));
    return true;
  }

  private static boolean token(
      byte[] in, int from, int to, SecretName name, boolean quoted, SecretSpans found) {
    if (from < to && TokenShapes.find(in, from, to, found)) {
      return true;
    }
    int limit = Math.min(to, from + MAX_JUDGED);
    int end = tokenEnd(in, from, limit, quoted);
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    boolean isLong = end == limit && limit < to;
    if (!isLong
        && (hasInnerEquals(in, from, end) || !name.policy().accepts(in, from, end, false))) {
      return false;
    }
    found.add(from, isLong ? tokenEnd(in, from, to, quoted) : end, name.kind());
    return true;
  }

  /** In quotes only quotes, blanks and angle brackets end a token. */
  private static int tokenEnd(byte[] in, int from, int to, boolean quoted) {
    int at = from;
    if (!quoted) {
      return ValueEnd.token(in, from, to);
    }
    while (at < to && !ByteClass.is(in[at], ByteClass.HARD) && in[at] != '\\' && in[at] != '<') {
      at++;
    }
    return at;
  }

  /** Whether an equals sign other than base64 padding shows that this is a key with its value. */
  private static boolean hasInnerEquals(byte[] in, int from, int to) {
    int padding = to;
    while (padding > from && in[padding - 1] == '=') {
      padding--;
    }
    for (int at = from; at < padding; at++) {
      if (in[at] == '=') {
        return true;
      }
    }
    return false;
  }
}
