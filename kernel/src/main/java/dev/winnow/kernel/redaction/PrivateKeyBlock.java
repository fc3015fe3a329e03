package dev.winnow.kernel.redaction;

/**
 * A private key in textual encoding (RFC 7468, RFC 4880): from {@code -----BEGIN} to the end of the
 * {@code -----END} line, over real line breaks or the two characters {@code \n}.
 */
final class PrivateKeyBlock {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String LABEL = "PRIVATE KEY";
  private static final String BLOCK = " BLOCK";
  private static final String DASHES = "-----";

  private static final int MAX_LABEL = 32;
  private static final int MAX_BLOCK = 16 * 1024;

  /** Base64 lines have 64 columns; a shorter run at the end of a cut key may be prose. */
  private static final int MIN_BASE64 = 16;

  private PrivateKeyBlock() {}

  /** Adds the block that begins at {@code from}, if one does, even if the text breaks off in it. */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    if (from == to || in[from] != '-' || !ByteClass.matchesExactly(BEGIN, in, from, to)) {
      return false;
    }
    int body = labelEnd(in, from + BEGIN.length(), to);
    if (body < 0) {
      return false;
    }
    int end = blockEnd(in, body, to, found);
    found.add(from, end > 0 ? end : base64End(in, body, to), SecretKind.PRIVATE_KEY);
    return true;
  }

  /** The end of {@code [RSA ]PRIVATE KEY[ BLOCK]-----}, or -1. */
  private static int labelEnd(byte[] in, int from, int to) {
    int at = from;
    int classes = ByteClass.UPPER | ByteClass.BLANK | ByteClass.DIGIT;
    int limit = Math.min(to, from + MAX_LABEL);
    while (at < limit && ByteClass.is(in[at], classes)) {
      at++;
    }
    int label = at - LABEL.length();
    if (label - BLOCK.length() >= from
        && ByteClass.matchesExactly(BLOCK, in, at - BLOCK.length(), to)) {
      label -= BLOCK.length();
    }
    boolean isPrivate = label >= from && ByteClass.matchesExactly(LABEL, in, label, to);
    return isPrivate && ByteClass.matchesExactly(DASHES, in, at, to) ? at + DASHES.length() : -1;
  }

  /** The end of the END line, or -1 if another boundary, a marker or too much text comes first. */
  private static int blockEnd(byte[] in, int from, int to, SecretSpans found) {
    int limit = Math.min(to, from + MAX_BLOCK);
    int at = from;
    while (at < limit && in[at] != '<' && !ByteClass.matchesExactly(DASHES, in, at, to)) {
      at++;
    }
    found.countRead(at - from);
    if (at == limit || !ByteClass.matchesExactly(END, in, at, to)) {
      return -1;
    }
    return labelEnd(in, at + END.length(), to);
  }

  /** The end of the base64 lines that follow, for a block whose end is missing. */
  private static int base64End(byte[] in, int from, int to) {
    int end = from;
    int at = from;
    while (at < to) {
      int run = lineBreaks(in, at, to);
      at = run;
      while (at < to && isBase64(in[at])) {
        at++;
      }
      if (at - run < MIN_BASE64) {
        break;
      }
      end = at;
    }
    return end;
  }

  private static int lineBreaks(byte[] in, int from, int to) {
    int at = from;
    while (at < to) {
      if (ByteClass.is(in[at], ByteClass.BLANK | ByteClass.BREAK)) {
        at++;
      } else if (in[at] == '\\') {
        at += at + 1 < to && (in[at + 1] == 'n' || in[at + 1] == 'r') ? 2 : 1;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isBase64(byte b) {
    return ByteClass.is(b, ByteClass.ALPHANUMERIC) || b == '+' || b == '/' || b == '=';
  }
}
