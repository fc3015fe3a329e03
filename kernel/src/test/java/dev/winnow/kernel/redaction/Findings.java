package dev.winnow.kernel.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a scan finds, without regard to what the secrets hold: their kinds, and the bytes between
 * them, one character for each byte.
 */
record Findings(List<String> gaps, List<SecretKind> kinds) {

  static Findings in(byte[] utf8) {
    return in(utf8, 0, utf8.length);
  }

  static Findings in(byte[] utf8, int from, int to) {
    SecretScanner scanner = new SecretScanner();
    List<String> gaps = new ArrayList<>();
    List<SecretKind> kinds = new ArrayList<>();
    int secrets = scanner.scan(utf8, from, to);
    int at = from;
    for (int i = 0; i < secrets; i++) {
      if (scanner.start(i) < at || scanner.end(i) <= scanner.start(i) || scanner.end(i) > to) {
        throw new AssertionError("span " + i + " is empty, out of order or outside of the text");
      }
      gaps.add(bytes(utf8, at, scanner.start(i)));
      kinds.add(scanner.kind(i));
      at = scanner.end(i);
    }
    gaps.add(bytes(utf8, at, to));
    return new Findings(gaps, kinds);
  }

  static byte[] redact(byte[] utf8) {
    Redactor redactor = new Redactor();
    redactor.redact(utf8, 0, utf8.length);
    return Arrays.copyOf(redactor.bytes(), redactor.length());
  }

  private static String bytes(byte[] utf8, int from, int to) {
    return new String(utf8, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
