package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.swar.EightBytes;

/** What a body lets know of its severity in other ways than by a level: a status, an exception. */
final class BodySigns {
  /*
   * One pass in steps of eight bytes finds the few places where a sign may begin, by two or three of
   * its letters: `HT` of HTTP, `s` and `t` with an `s` four bytes behind, as in status, `Er` and `Ex`,
   * and line feeds. It may find too many, as each place is read by the rules of the sign.
   */

  /** Bytes beyond the last of a step that are looked at with it. */
  private static final int AHEAD = 5;

  private static final long IGNORE_CASE = EightBytes.repeat(0x20);

  /** The bits in which {@code r}, {@code x} and only two other letters differ. */
  private static final long R_OR_X = EightBytes.repeat('r' ^ 'x');

  private BodySigns() {}

  /** ERROR if an exception is shown, else what the first status code means, or unspecified. */
  static SeverityNumber find(byte[] in, int from, int to) {
    if (ExceptionMark.startsLine(in, from, to)) {
      return SeverityNumber.ERROR;
    }
    SeverityNumber status = SeverityNumber.UNSPECIFIED;
    for (int at = from; at < to; at += EightBytes.LENGTH) {
      boolean inside = at + EightBytes.LENGTH + AHEAD <= in.length;
      long signs = inside ? signs(in, at) : EightBytes.UPPER_BITS;
      for (; signs != 0; signs &= signs - 1) {
        int sign = at + EightBytes.first(signs);
        if (sign >= to) {
          break;
        }
        if (status == SeverityNumber.UNSPECIFIED) {
          status = HttpStatus.at(in, from, sign, to);
        }
        if (status.isError() || ExceptionMark.isAt(in, from, sign, to)) {
          return SeverityNumber.ERROR;
        }
      }
    }
    return status;
  }

  private static long signs(byte[] in, int at) {
    long first = EightBytes.at(in, at);
    long second = EightBytes.at(in, at + 1);
    long sixth = EightBytes.at(in, at + AHEAD);
    long http = differs(first, 'H') | differs(second, 'T');
    long status =
        differs(first | IGNORE_CASE, 's')
            | differs(second | IGNORE_CASE, 't')
            | differs(sixth | IGNORE_CASE, 's');
    long exception = differs(first, 'E') | differs(second & ~R_OR_X, 'r' & 'x');
    return EightBytes.zeros(http)
        | EightBytes.zeros(status)
        | EightBytes.zeros(exception)
        | EightBytes.zeros(differs(first, '\n'));
  }

  private static long differs(long eight, int b) {
    return eight ^ EightBytes.repeat(b);
  }
}
