package dev.winnow.kernel.redaction;

/** When the value of a {@link SecretName} is a secret. A {@link StandIn} never is. */
enum ValuePolicy {
  /** Never: the name only ends as one of a secret does, as sudo's {@code NOPASSWD: ALL}. */
  NEVER,
  /** Always; behind a colon in prose, unless it is a word that is said of passwords. */
  ALWAYS,
  /** As ALWAYS, but for a path: {@code pwd} is also the working directory. */
  UNLESS_PATH,
  /** As ALWAYS, but for a number, a short word or prose: {@code pass} is also a test result. */
  UNLESS_RESULT,
  /** If it looks {@linkplain ValueLook#isRandom random}, words with a number among it. */
  LIKELY,
  /** If it looks random, words with a number excepted: {@code auth=oauth2-code}. */
  JUDGED,
  /** If it looks random and is long, but neither a UUID nor hex digits, as plain ids are. */
  OPAQUE,
  /**
   * What follows the scheme of an Authorization header (RFC 9110, section 11.6); else as JUDGED.
   */
  HEADER,
  /** The pairs of a Cookie header (RFC 6265, section 4.2); else as JUDGED. */
  COOKIES,
  /** The value of the first pair of a Set-Cookie header (RFC 6265, section 4.1). */
  SET_COOKIE;

  /** Words that stand behind {@code password:} without being one. */
  static final String[] SAID_OF_PASSWORDS = {
    "a", "account", "an", "and", "argument", "attempt", "attempts",
    "auth", "authentication", "cannot", "change", "changed", "chauthtok", "check",
    "does", "expired", "failed", "failure", "field", "for", "from",
    "has", "in", "incorrect", "invalid", "is", "mismatch", "missing",
    "must", "not", "of", "option", "or", "password", "required",
    "reset", "session", "should", "the", "too", "updated", "user",
    "username", "was", "will", "with", "wrong"
  };

  /** Results of tests are shorter: {@code ok}, {@code yes}. */
  private static final int MIN_PASS = 4;

  private static final int MIN_OPAQUE = 20;
  private static final int MIN_KEY = 3;

  /** Whether the value may hold any byte; every other value ends at the first bracket or comma. */
  boolean isPassword() {
    return this == NEVER || this == ALWAYS || this == UNLESS_PATH || this == UNLESS_RESULT;
  }

  /**
   * Whether its first bytes show that a value is none, however long it is.
   *
   * @param prose whether name and value may be words of a sentence: {@code wrong password: expired}
   */
  boolean refuses(byte[] in, int from, int to, boolean prose) {
    return switch (this) {
      case NEVER -> true;
      case UNLESS_PATH -> ValueLook.isPath(in, from, to) || (prose && isKeyOrCall(in, from, to));
      case ALWAYS -> prose && isKeyOrCall(in, from, to);
      case UNLESS_RESULT -> prose;
      case LIKELY, JUDGED, OPAQUE, HEADER, COOKIES, SET_COOKIE ->
          ValueLook.isNamedPath(in, from, to);
    };
  }

  /** Whether a value that is not refused is a secret. */
  boolean accepts(byte[] in, int from, int to, boolean prose) {
    if (from == to || StandIn.is(in, from, to)) {
      return false;
    }
    return switch (this) {
      case NEVER -> false;
      case ALWAYS, UNLESS_PATH -> !prose || !ByteClass.isAnyOf(SAID_OF_PASSWORDS, in, from, to);
      case UNLESS_RESULT -> to - from >= MIN_PASS && !ValueLook.isNumber(in, from, to);
      case LIKELY -> ValueLook.isRandom(in, from, to, true);
      case OPAQUE -> to - from >= MIN_OPAQUE && ValueLook.isOpaque(in, from, to);
      case JUDGED, HEADER, COOKIES, SET_COOKIE -> ValueLook.isRandom(in, from, to, false);
    };
  }

  /** What follows a colon in prose, but is no value: {@code user=root}, {@code check(pam)}. */
  private static boolean isKeyOrCall(byte[] in, int from, int to) {
    int word = ByteClass.skip(ByteClass.LOWER | ByteClass.UNDERSCORE, in, from, to);
    return word < to && ((word - from >= MIN_KEY && in[word] == '=') || in[word] == '(');
  }
}
