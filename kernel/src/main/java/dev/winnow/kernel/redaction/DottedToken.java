package dev.winnow.kernel.redaction;

import java.util.List;

/**
 * A token that begins with a fixed prefix and consists of segments joined by dots, some of which
 * may be empty.
 *
 * @param first the least length of the first segment, prefix included
 * @param rest the least length of what follows the first dot
 * @param maxDots a further dot and what follows it do not belong to the token
 */
record DottedToken(SecretKind kind, String prefix, int first, int rest, int maxDots)
    implements TokenShape {

  private static final int SEGMENT = ByteClass.ALPHANUMERIC | ByteClass.DASH | ByteClass.UNDERSCORE;

  @Override
  public List<String> beginnings() {
    return List.of(prefix.substring(0, 2));
  }

  @Override
  public int end(byte[] in, int from, int to) {
    if (!ByteClass.matchesExactly(prefix, in, from, to)) {
      return -1;
    }
    int firstEnd = ByteClass.skip(SEGMENT, in, from, to);
    int at = firstEnd;
    int end = firstEnd;
    for (int dots = 0; dots < maxDots && at < to && in[at] == '.'; dots++) {
      int segment = at + 1;
      at = ByteClass.skip(SEGMENT, in, segment, to);
      end = at > segment ? at : end;
    }
    return firstEnd - from >= first && end - firstEnd - 1 >= rest ? end : -1;
  }
}
