package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;

/**
 * An HTTP status code in a text: {@code HTTP/1.1" 503}, {@code HTTP 503}, {@code status=503},
 * {@code "statusCode": 503}. 5xx is ERROR, 4xx WARN, any other INFO.
 */
final class HttpStatus {
  private static final int MAX_SEPARATORS = 3;

  private HttpStatus() {}

  /** What the status code means whose name begins at an offset; unspecified if none does. */
  static SeverityNumber at(byte[] in, int from, int at, int to) {
    int code =
        switch (in[at]) {
          case 'H' -> afterHttp(in, at, to);
          case 's', 'S' -> afterStatus(in, from, at, to);
          default -> to;
        };
    if (code == to || !isCode(in, code, to)) {
      return SeverityNumber.UNSPECIFIED;
    }
    return switch (in[code]) {
      case '5' -> SeverityNumber.ERROR;
      case '4' -> SeverityNumber.WARN;
      default -> SeverityNumber.INFO;
    };
  }

  /** Where a code would stand after {@code HTTP}, its version and the quote of a request line. */
  private static int afterHttp(byte[] in, int at, int to) {
    if (!Bytes.startsWith(in, at, to, "HTTP")) {
      return to;
    }
    int i = at + 4;
    if (i < to && in[i] == '/') {
      i++;
      while (i < to && (Bytes.isDigit(in[i]) || in[i] == '.')) {
        i++;
      }
      i = i < to && in[i] == '"' ? i + 1 : i;
    }
    return i < to && in[i] == ' ' ? i + 1 : to;
  }

  /** Where a code would stand after {@code status} or {@code status code} in their spellings. */
  private static int afterStatus(byte[] in, int from, int at, int to) {
    boolean startsWord = in[at] == 'S' || !Bytes.isLetter(Bytes.at(in, from, at - 1, to));
    if (!startsWord || !Bytes.startsWithIgnoringCase(in, at, to, "status")) {
      return to;
    }
    int i = at + 6;
    int word = i < to && (in[i] == '_' || in[i] == ' ' || in[i] == '.') ? i + 1 : i;
    i = Bytes.startsWithIgnoringCase(in, word, to, "code") ? word + 4 : i;
    int separators = 0;
    while (separators < MAX_SEPARATORS && i < to && isSeparator(in[i])) {
      separators++;
      i++;
    }
    return separators > 0 ? i : to;
  }

  private static boolean isSeparator(byte b) {
    return b == '=' || b == ':' || b == '"' || b == ' ';
  }

  private static boolean isCode(byte[] in, int at, int to) {
    if (to - at < 3 || in[at] < '1' || in[at] > '5') {
      return false;
    }
    byte after = Bytes.at(in, at, at + 3, to);
    return Bytes.isDigit(in[at + 1])
        && Bytes.isDigit(in[at + 2])
        && !Bytes.isWord(after)
        && after != '.'
        && after != '/';
  }
}
