package dev.winnow.kernel.redaction;

/**
 * What is secret in a URL by its place: the password before the host (RFC 3986, section 3.2.1), or
 * the path of a webhook, which is all that a caller needs to know.
 */
final class SecretUrl {
  private static final String SLACK_WEBHOOK = "hooks.slack.com/";
  private static final int MIN_WEBHOOK = 20;

  /** What ends the authority or the user in it, besides blanks, quotes and brackets. */
  private static final String DELIMITERS = "/?#\\";

  private SecretUrl() {}

  /**
   * Adds the secret of the URL whose {@code ://} ends at {@code from}, or a marker in its place.
   */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    if (from < to && TokenShapes.find(in, from, to, found)) {
      return true;
    }
    return ByteClass.matches(SLACK_WEBHOOK, in, from, to)
        ? webhook(in, from + SLACK_WEBHOOK.length(), to, found)
        : password(in, from, to, found);
  }

  /** The path behind its first segment: {@code services/T.../B.../...}. */
  private static boolean webhook(byte[] in, int from, int to, SecretSpans found) {
    int path = ByteClass.skip(ByteClass.LETTER, in, from, to) + 1;
    int end = path;
    while (end < to && (in[end] == '/' || ByteClass.is(in[end], ByteClass.WORD))) {
      end++;
    }
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    if (path >= to || in[path - 1] != '/' || end - path < MIN_WEBHOOK) {
      return false;
    }
    found.add(path, end, SecretKind.SLACK_WEBHOOK);
    return true;
  }

  private static boolean password(byte[] in, int from, int to, SecretSpans found) {
    int colon = from;
    while (colon < to && in[colon] != ':' && in[colon] != '@' && isAuthority(in[colon])) {
      colon++;
    }
    int host = -1;
    int at = colon;
    while (at < to && isAuthority(in[at])) {
      host = in[at] == '@' ? at : host;
      at++;
    }
    found.countRead(at - from);
    if (SecretMarker.find(in, at, to, found)) {
      return true;
    }
    boolean hasPassword = host > colon + 1 && in[colon] == ':';
    if (!hasPassword || StandIn.is(in, colon + 1, host)) {
      return false;
    }
    int start = colon + 1;
    found.add(start, host, TokenShapes.kindOf(in, start, host, SecretKind.CONNECTION_PASSWORD));
    return true;
  }

  private static boolean isAuthority(byte b) {
    boolean ends = ByteClass.is(b, ByteClass.HARD) || b == '<' || b == '>';
    return !ends && DELIMITERS.indexOf(b) < 0;
  }
}
