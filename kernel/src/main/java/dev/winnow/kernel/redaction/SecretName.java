package dev.winnow.kernel.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * A name that says that its value is a secret, such as the last part of {@code
 * spring.mail.password}, {@code X-Api-Key} or {@code clientSecret}.
 *
 * @param text letters only, in lower case
 * @param apart whether it must be a part of its own: {@code DB_PASS} or {@code dbPass}, not {@code
 *     compass}
 */
record SecretName(String text, boolean apart, SecretKind kind, ValuePolicy policy) {

  /** The absence of such a name. */
  static final SecretName NONE = word("", SecretKind.SECRET, ValuePolicy.JUDGED);

  static final List<SecretName> ALL =
      List.of(
          word("password", SecretKind.PASSWORD, ValuePolicy.ALWAYS),
          word("passwordconfirmation", SecretKind.PASSWORD, ValuePolicy.ALWAYS),
          word("passwd", SecretKind.PASSWORD, ValuePolicy.ALWAYS),
          word("nopasswd", SecretKind.PASSWORD, ValuePolicy.NEVER),
          word("passphrase", SecretKind.PASSWORD, ValuePolicy.ALWAYS),
          part("pwd", SecretKind.PASSWORD, ValuePolicy.UNLESS_PATH),
          part("pass", SecretKind.PASSWORD, ValuePolicy.UNLESS_RESULT),
          word("secret", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("secretkey", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("secretkeybase", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("signingkey", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("encryptionkey", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("masterkey", SecretKind.SECRET, ValuePolicy.LIKELY),
          word("clientsecret", SecretKind.CLIENT_SECRET, ValuePolicy.LIKELY),
          word("azureclientsecret", SecretKind.AZURE_CLIENT_SECRET, ValuePolicy.LIKELY),
          word("privatekey", SecretKind.PRIVATE_KEY, ValuePolicy.LIKELY),
          word("apikey", SecretKind.API_KEY, ValuePolicy.LIKELY),
          word("subscriptionkey", SecretKind.API_KEY, ValuePolicy.LIKELY),
          word("accesskey", SecretKind.ACCESS_KEY, ValuePolicy.LIKELY),
          word("secretaccesskey", SecretKind.AWS_SECRET_KEY, ValuePolicy.LIKELY),
          word("awssecretkey", SecretKind.AWS_SECRET_KEY, ValuePolicy.LIKELY),
          word("awssessiontoken", SecretKind.AWS_SESSION_TOKEN, ValuePolicy.LIKELY),
          word("amzsecuritytoken", SecretKind.AWS_SESSION_TOKEN, ValuePolicy.LIKELY),
          word("accountkey", SecretKind.AZURE_ACCOUNT_KEY, ValuePolicy.LIKELY),
          word("sharedaccesskey", SecretKind.AZURE_ACCOUNT_KEY, ValuePolicy.LIKELY),
          word("storagekey", SecretKind.AZURE_ACCOUNT_KEY, ValuePolicy.LIKELY),
          part("sig", SecretKind.URL_SIGNATURE, ValuePolicy.OPAQUE),
          word("amzsignature", SecretKind.URL_SIGNATURE, ValuePolicy.LIKELY),
          word("token", SecretKind.TOKEN, ValuePolicy.JUDGED),
          part("jwt", SecretKind.TOKEN, ValuePolicy.JUDGED),
          word("credential", SecretKind.CREDENTIAL, ValuePolicy.JUDGED),
          word("credentials", SecretKind.CREDENTIAL, ValuePolicy.JUDGED),
          word("auth", SecretKind.AUTHORIZATION, ValuePolicy.HEADER),
          word("authorization", SecretKind.AUTHORIZATION, ValuePolicy.HEADER),
          part("cookie", SecretKind.COOKIE, ValuePolicy.COOKIES),
          word("setcookie", SecretKind.COOKIE, ValuePolicy.SET_COOKIE),
          word("sessionid", SecretKind.SESSION_ID, ValuePolicy.OPAQUE),
          word("jsessionid", SecretKind.SESSION_ID, ValuePolicy.LIKELY),
          word("phpsessid", SecretKind.SESSION_ID, ValuePolicy.LIKELY));

  private static final SecretName[][] BY_LAST_LETTER = byLastLetter();
  private static final BytePairs LAST_LETTERS = lastLetters();

  /** Whether a name ends with this letter. */
  static boolean isLastLetter(byte b) {
    return BY_LAST_LETTER[ByteClass.lower(b) & 0xff].length > 0;
  }

  /** Whether a name may end before {@code at}; a fast test that is right when it says no. */
  static boolean mayEndAt(byte[] in, int floor, int at) {
    return at - floor > 1 && LAST_LETTERS.mayContain(in[at - 1], in[at - 2]);
  }

  boolean isPresent() {
    return !text.isEmpty();
  }

  /**
   * The longest secret name that the text ends with at {@code wordEnd}, but for a number behind it,
   * or NONE.
   */
  static SecretName endOf(byte[] in, int floor, int wordEnd, int to) {
    int end = wordEnd;
    while (end > floor && ByteClass.is(in[end - 1], ByteClass.DIGIT)) {
      end--;
    }
    SecretName best = NONE;
    if (end > floor) {
      for (SecretName name : BY_LAST_LETTER[ByteClass.lower(in[end - 1]) & 0xff]) {
        if (name.text.length() > best.text.length() && name.isEndOf(in, floor, end, to)) {
          best = name;
        }
      }
    }
    return best;
  }

  private boolean isEndOf(byte[] in, int floor, int end, int to) {
    int at = end;
    int left = text.length();
    while (left > 0) {
      at--;
      if (at < floor) {
        return false;
      }
      if (ByteClass.lower(in[at]) == text.charAt(left - 1)) {
        left--;
      } else if (left >= text.length() - 1
          || !ByteClass.is(in[at], ByteClass.DASH | ByteClass.UNDERSCORE)) {
        return false;
      }
    }
    return !apart || beginsPart(in, floor, at, to);
  }

  private static boolean beginsPart(byte[] in, int floor, int at, int to) {
    if (Words.startsAt(in, floor, at, to) || !ByteClass.is(in[at - 1], ByteClass.LETTER)) {
      return true;
    }
    return ByteClass.is(in[at], ByteClass.UPPER) && ByteClass.is(in[at - 1], ByteClass.LOWER);
  }

  private static SecretName word(String text, SecretKind kind, ValuePolicy policy) {
    return new SecretName(text, false, kind, policy);
  }

  private static SecretName part(String text, SecretKind kind, ValuePolicy policy) {
    return new SecretName(text, true, kind, policy);
  }

  private static SecretName[][] byLastLetter() {
    SecretName[][] table = new SecretName[256][];
    for (int b = 0; b < table.length; b++) {
      List<SecretName> names = new ArrayList<>();
      for (SecretName name : ALL) {
        if (name.text.charAt(name.text.length() - 1) == b) {
          names.add(name);
        }
      }
      table[b] = names.toArray(new SecretName[0]);
    }
    return table;
  }

  private static BytePairs lastLetters() {
    BytePairs pairs = new BytePairs();
    for (SecretName name : ALL) {
      char last = name.text.charAt(name.text.length() - 1);
      char before = name.text.charAt(name.text.length() - 2);
      pairs.add(last, before);
      pairs.add(Character.toUpperCase(last), before);
    }
    for (int b = 0; b < 256; b++) {
      if (Assignment.isCloser((byte) b) || ByteClass.is((byte) b, ByteClass.DIGIT)) {
        pairs.addAll(b);
      }
    }
    return pairs;
  }
}
