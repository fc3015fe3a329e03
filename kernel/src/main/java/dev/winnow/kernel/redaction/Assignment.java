package dev.winnow.kernel.redaction;

/**
 * A name with its value, as {@code key=value}, {@code key: value}, {@code "key":"value"}, {@code
 * :key=>"value"}, {@code --key value} or {@code <key>value</key>}.
 */
final class Assignment {
  /** Quotes, brackets and blanks between a name and its separator. */
  private static final int MAX_CLOSERS = 8;

  private static final int MAX_BLANKS = 32;

  private Assignment() {}

  /** Adds the secret that the separator assigns to the word before it, if it does. */
  static boolean find(byte[] in, int separator, int to, SecretSpans found) {
    int word = wordEnd(in, Math.max(found.floor(), separator - MAX_CLOSERS), separator);
    SecretName name = SecretName.endOf(in, found.floor(), word, to);
    if (!name.isPresent()) {
      return false;
    }
    int at = afterSeparator(in, separator, to);
    boolean tight = at == separator + 1 && in[separator] == '=' && word == separator;
    if (at < 0 || (tight && at < to && ByteClass.is(in[at], ByteClass.BLANK))) {
      return false; // `key= next=value` is an empty value in logfmt
    }
    at = ByteClass.skip(ByteClass.BLANK, in, at, Math.min(to, at + MAX_BLANKS));
    boolean prose = in[separator] == ':' && !hasQuote(in, word, separator);
    return SecretValue.find(in, at, to, name, prose, found);
  }

  /** Adds the secret that follows the option {@code --key} at {@code from}, if one does. */
  static boolean findArgument(byte[] in, int from, int to, SecretSpans found) {
    int word = ByteClass.skip(ByteClass.WORD, in, from, to);
    if (word + 1 >= to || in[word] != ' ' || in[word + 1] == '-') {
      return false;
    }
    SecretName name = SecretName.endOf(in, from, word, to);
    return name.isPresent() && SecretValue.find(in, word + 1, to, name, true, found);
  }

  /** Adds the secret in the element whose start tag ends at {@code close}, if one is there. */
  static boolean findElement(byte[] in, int close, int to, SecretSpans found) {
    SecretName name = SecretName.endOf(in, found.floor(), close, to);
    if (!name.isPresent()) {
      return false;
    }
    int start = Words.start(in, found.floor(), close, to);
    return start > found.floor()
        && in[start - 1] == '<'
        && SecretValue.findElement(in, close + 1, to, name, found);
  }

  /** The end of the word before a separator, which quotes, blanks and a bracket may close. */
  private static int wordEnd(byte[] in, int from, int separator) {
    int at = separator;
    while (at > from && isCloser(in[at - 1])) {
      at--;
    }
    return at;
  }

  /** Whether the byte may stand between a name and its separator. */
  static boolean isCloser(byte b) {
    return ByteClass.is(b, ByteClass.BLANK | ByteClass.QUOTE) || b == ']' || b == '\\';
  }

  private static boolean hasQuote(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (ByteClass.is(in[at], ByteClass.QUOTE)) {
        return true;
      }
    }
    return false;
  }

  /** The end of {@code =}, {@code ==}, {@code =>}, {@code :} or {@code :=}; -1 for {@code ::}. */
  private static int afterSeparator(byte[] in, int at, int to) {
    int next = at + 1;
    if (next == to) {
      return next;
    }
    if (in[at] == '=') {
      return in[next] == '>' || in[next] == '=' ? next + 1 : next;
    }
    return in[next] == ':' ? -1 : in[next] == '=' ? next + 1 : next;
  }
}
