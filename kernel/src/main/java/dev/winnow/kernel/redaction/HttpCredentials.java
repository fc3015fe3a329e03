package dev.winnow.kernel.redaction;

/** The credentials behind the scheme of an HTTP Authorization header (RFC 9110, section 11.6.2). */
final class HttpCredentials {
  private static final int MAX_SCHEME = 24;
  private static final int MIN_LENGTH = 4;

  private static final String BEARER = "bearer";
  private static final String BASIC = "basic";

  /** Schemes with one token. */
  static final String[] TOKEN_SCHEMES = {
    BEARER, "apikey", "api-key", "bot", "dpop", "geniekey", "key", "negotiate", "ntlm", "sharedkey"
  };

  /** Schemes with one token or a list of parameters. */
  static final String[] PARAMETER_SCHEMES = {
    "digest", "token", "oauth", "hawk", "aws4-hmac-sha256", "signature", "sharedaccesssignature"
  };

  private HttpCredentials() {}

  /** Adds the credentials that follow the scheme at {@code from}, if a known one is there. */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    int scheme = ByteClass.skip(ByteClass.WORD, in, from, Math.min(to, from + MAX_SCHEME));
    int at = ByteClass.skip(ByteClass.BLANK, in, scheme, Math.min(to, scheme + 2));
    if (at == scheme || at == to) {
      return false;
    }
    SecretKind kind = kindOf(in, from, scheme);
    if (ByteClass.isAnyOf(PARAMETER_SCHEMES, in, from, scheme)) {
      return HeaderPairs.find(in, at, to, ',', kind, found) || token(in, at, to, kind, found);
    }
    boolean isKnown =
        kind == SecretKind.BASIC_CREDENTIALS || ByteClass.isAnyOf(TOKEN_SCHEMES, in, from, scheme);
    return isKnown && token(in, at, to, kind, found);
  }

  /**
   * Adds the credentials that begin at {@code from}, if a scheme is before them, even without a
   * header's name: a bearer token that looks random, or basic credentials that are base64 of {@code
   * user:password}.
   */
  static boolean findAlone(byte[] in, int from, int to, SecretSpans found) {
    if (from == found.floor() || in[from - 1] != ' ') {
      return false;
    }
    boolean isBearer = isWordBefore(BEARER, in, found.floor(), from - 1, to);
    if (!isBearer && !isWordBefore(BASIC, in, found.floor(), from - 1, to)) {
      return false;
    }
    int end = ValueEnd.token(in, from, to);
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    boolean isSecret =
        isBearer
            ? !StandIn.is(in, from, end) && ValueLook.isRandom(in, from, end, false)
            : Base64Pair.is(in, from, end);
    if (isSecret) {
      SecretKind kind = isBearer ? SecretKind.BEARER_TOKEN : SecretKind.BASIC_CREDENTIALS;
      found.add(from, end, TokenShapes.kindOf(in, from, end, kind));
    }
    return isSecret;
  }

  /**
   * Whether a scheme that needs no header may end at {@code at}; a fast test, right if it denies.
   */
  static boolean mayEndScheme(byte[] in, int floor, int at) {
    return at > floor && ((in[at - 1] | 0x20) == 'r' || (in[at - 1] | 0x20) == 'c');
  }

  private static boolean isWordBefore(String word, byte[] in, int floor, int end, int to) {
    int start = end - word.length();
    return start >= floor
        && ByteClass.matches(word, in, start, to)
        && Words.startsAt(in, floor, start, to);
  }

  private static SecretKind kindOf(byte[] in, int from, int to) {
    if (to - from == BEARER.length() && ByteClass.matches(BEARER, in, from, to)) {
      return SecretKind.BEARER_TOKEN;
    }
    return to - from == BASIC.length() && ByteClass.matches(BASIC, in, from, to)
        ? SecretKind.BASIC_CREDENTIALS
        : SecretKind.AUTHORIZATION;
  }

  private static boolean token(byte[] in, int from, int to, SecretKind kind, SecretSpans found) {
    int end = ValueEnd.token(in, from, to);
    found.countRead(end - from);
    if (SecretMarker.find(in, end, to, found)) {
      return true;
    }
    if (end - from < MIN_LENGTH
        || StandIn.is(in, from, end)
        || ValueLook.isPlainWord(in, from, end)) {
      return false;
    }
    found.add(from, end, TokenShapes.kindOf(in, from, end, kind));
    return true;
  }
}
