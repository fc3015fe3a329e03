package dev.winnow.kernel.redaction;

import java.util.Objects;

/**
 * Finds secrets in UTF-8 text: tokens, keys, passwords, private keys and card numbers. One per
 * thread: it reuses its buffers, and a scan allocates nothing.
 *
 * <p>A span covers the secret value alone, not its key, quotes or scheme. A {@linkplain
 * SecretKind#marker() marker} is found as a span of its kind, so text that is redacted already,
 * here or elsewhere, gives the spans that its original gave.
 */
public final class SecretScanner {
  /*
   * The sieve finds the few places where a secret may announce itself: a long word, a separator
   * behind what may be a name, two dashes, two slashes, digits in a group of four. At each place, in
   * order, the rules are tried that may apply there. A rule that finds nothing leaves no trace; one
   * that does adds a span, and the scan starts afresh behind it.
   *
   * Redacting must not change what is found: the spans of redact(x) are the markers that redact
   * wrote into x, one for one. Three invariants make it so, and a new rule must keep them:
   *
   *   1. No rule looks behind the floor, which is the end of the last span.
   *   2. A rule that chooses where its secret begins (behind quotes, a scheme, a user's name) reads
   *      byte by byte, and the first marker that it meets is what it finds, whatever it has read.
   *   3. A rule whose secret begins where the rule does settles its outcome on bytes among which no
   *      other secret begins: the rest of a word, groups of digits, the label of a private key.
   *
   * Take the first byte where the scans of x and redact(x) could part. Before it both have seen the
   * same bytes outside of spans. A rule that found a secret in x comes to its marker in redact(x)
   * before it has read anything else that is new, and finds it (2). A rule that found nothing in x
   * reads the same bytes, or comes to the marker of the next secret in x, and finds that one (2),
   * or its outcome is settled before (3). A marker with no such rule before it is found at its own
   * colon.
   *
   * The cost is linear. A rule that finds nothing has read a bounded number of bytes, or bytes among
   * which no rule of its sort can begin again; one that finds something moves the scan behind it.
   */

  private final SecretSpans spans = new SecretSpans();
  private final Sieve sieve = new Sieve();

  /** Finds the secrets in {@code utf8[from, to)} and returns their number. */
  public int scan(byte[] utf8, int from, int to) {
    Objects.checkFromToIndex(from, to, utf8.length);
    spans.clear(from);
    sieve.restart();
    int block = from;
    while (block < to) {
      long places = sieve.sift(utf8, block, to);
      int next = Math.min(to, block + Sieve.BLOCK);
      for (; places != 0; places &= places - 1) {
        int place = Long.numberOfTrailingZeros(places);
        if (look(utf8, block + place, to, sieve.isLongWord(place))) {
          next = spans.floor();
          sieve.restart();
          break;
        }
      }
      block = next;
    }
    return spans.count();
  }

  /** Where the secret value begins. */
  public int start(int index) {
    return spans.start(index);
  }

  /** Where the secret value ends, exclusive. */
  public int end(int index) {
    return spans.end(index);
  }

  /** What the secret is. */
  public SecretKind kind(int index) {
    return spans.kind(index);
  }

  /** The bytes that rules have read beyond the pass itself, since construction. */
  long bytesRead() {
    return spans.read();
  }

  private boolean look(byte[] in, int at, int to, boolean isLong) {
    byte b = in[at];
    if (ByteClass.is(b, ByteClass.SEPARATOR)) {
      return SecretName.mayEndAt(in, spans.floor(), at) && separator(in, at, to);
    }
    if (b == '-' && dashes(in, at, to)) {
      return true;
    }
    if (b == '/') {
      return slashes(in, at, to);
    }
    return isLong ? mayBeSecret(in, at) && longWord(in, at, to) : number(in, at, to);
  }

  /** A fast test of a long word, which is right when it says no. */
  private boolean mayBeSecret(byte[] in, int at) {
    if (at > spans.floor()) {
      byte before = in[at - 1];
      boolean isInside = ByteClass.is(before, ByteClass.WORD) || before == '\\' || before == '%';
      if (isInside || (before == ' ' && HttpCredentials.mayEndScheme(in, spans.floor(), at - 1))) {
        return true;
      }
    }
    return ByteClass.is(in[at], ByteClass.DIGIT | ByteClass.JOINT)
        || TokenShapes.mayBeginWith(in[at], in[at + 1]);
  }

  private boolean separator(byte[] in, int at, int to) {
    return switch (in[at]) {
      case '=' -> Assignment.find(in, at, to, spans);
      case '>' -> Assignment.findElement(in, at, to, spans);
      default -> !isInTime(in, at, to) && colon(in, at, to);
    };
  }

  /** The sieve lets such a colon through at the edge of a block only. */
  private static boolean isInTime(byte[] in, int at, int to) {
    return ByteClass.is(in[at - 1], ByteClass.DIGIT)
        && at + 1 < to
        && ByteClass.is(in[at + 1], ByteClass.DIGIT);
  }

  private boolean colon(byte[] in, int at, int to) {
    return SecretMarker.findAround(in, at, to, spans)
        || TelegramToken.find(in, at, to, spans)
        || Assignment.find(in, at, to, spans);
  }

  private boolean dashes(byte[] in, int at, int to) {
    if (at + 1 == to || in[at + 1] != '-' || !Words.startsAt(in, spans.floor(), at, to)) {
      return false;
    }
    int word = ByteClass.skip(ByteClass.WORD, in, at, to);
    return PrivateKeyBlock.find(in, at, to, spans)
        || (word - at >= Sieve.MIN_WORD && longWord(in, at, to))
        || Assignment.findArgument(in, at, to, spans);
  }

  private boolean slashes(byte[] in, int at, int to) {
    return at > spans.floor()
        && in[at - 1] == ':'
        && at + 1 < to
        && in[at + 1] == '/'
        && SecretUrl.find(in, at + 2, to, spans);
  }

  private boolean number(byte[] in, int at, int to) {
    return Words.startsAt(in, spans.floor(), at, to) && CardNumber.find(in, at, to, spans);
  }

  private boolean longWord(byte[] in, int inside, int to) {
    int from = Words.start(in, spans.floor(), inside, to);
    return (ByteClass.is(in[from], ByteClass.DIGIT) && CardNumber.find(in, from, to, spans))
        || HttpCredentials.findAlone(in, from, to, spans)
        || token(in, from, to);
  }

  /** A token may stand behind punctuation: {@code -glpat-...}. */
  private boolean token(byte[] in, int from, int to) {
    int start = ByteClass.skip(ByteClass.JOINT, in, from, to);
    return start < to && TokenShapes.find(in, start, to, spans);
  }
}
