package dev.winnow.kernel.redaction;

import java.util.List;

/**
 * A token that begins with a fixed prefix, followed by a run of one alphabet in which there is a
 * digit or a capital. Random text of that length holds one; names written with dashes do not.
 *
 * @param alphabet classes of {@link ByteClass}
 * @param min the least length of the run
 * @param max the greatest length of the run; a longer one is no token
 */
record PrefixedToken(SecretKind kind, int alphabet, int min, int max, List<String> prefixes)
    implements TokenShape {

  @Override
  public List<String> beginnings() {
    return prefixes.stream().map(prefix -> prefix.substring(0, 2)).distinct().toList();
  }

  @Override
  public int end(byte[] in, int from, int to) {
    for (int i = 0; i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      if (ByteClass.matchesExactly(prefix, in, from, to)) {
        return runEnd(in, from + prefix.length(), to);
      }
    }
    return -1;
  }

  private int runEnd(byte[] in, int from, int to) {
    int end = ByteClass.skip(alphabet, in, from, to);
    if (end < to && ByteClass.is(in[end], ByteClass.ALPHANUMERIC)) {
      return -1;
    }
    while (end > from && in[end - 1] == '.') {
      end--;
    }
    boolean isToken = end - from >= min && end - from <= max && hasDigitOrCapital(in, from, end);
    return isToken ? end : -1;
  }

  private static boolean hasDigitOrCapital(byte[] in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (ByteClass.is(in[at], ByteClass.DIGIT | ByteClass.UPPER)) {
        return true;
      }
    }
    return false;
  }
}
