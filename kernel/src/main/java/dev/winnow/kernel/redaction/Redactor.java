package dev.winnow.kernel.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Replaces secrets in text by {@linkplain SecretKind#marker() markers} that name their kind. Every
 * other byte stays as it is, and redacting twice gives what redacting once gave. One per thread: it
 * reuses its buffers.
 */
public final class Redactor {
  private final SecretScanner scanner = new SecretScanner();
  private byte[] out = new byte[1024];
  private int length;

  /** The text without its secrets; the same instance if there are none. */
  public String redact(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int secrets = scanner.scan(utf8, 0, utf8.length);
    if (secrets == 0) {
      return text;
    }
    StringBuilder redacted = new StringBuilder(text.length());
    int copied = 0;
    int bytes = 0;
    int at = 0;
    for (int i = 0; i < secrets; i++) {
      while (bytes < scanner.start(i)) {
        bytes += utf8Length(text, at);
        at += charCount(text, at);
      }
      redacted.append(text, copied, at).append(scanner.kind(i).marker());
      while (bytes < scanner.end(i)) {
        bytes += utf8Length(text, at);
        at += charCount(text, at);
      }
      copied = at;
    }
    return redacted.append(text, copied, text.length()).toString();
  }

  /**
   * Redacts {@code utf8[from, to)} and returns the number of secrets in it. The redacted text is
   * {@code bytes()[0, length())} until the next call; nothing is allocated once the buffer has
   * grown to the longest text.
   */
  public int redact(byte[] utf8, int from, int to) {
    int secrets = scanner.scan(utf8, from, to);
    length = 0;
    int copied = from;
    for (int i = 0; i < secrets; i++) {
      append(utf8, copied, scanner.start(i));
      reserve(SecretMarker.length(scanner.kind(i)));
      length = SecretMarker.write(scanner.kind(i), out, length);
      copied = scanner.end(i);
    }
    append(utf8, copied, to);
    return secrets;
  }

  /** The redacted bytes are {@code bytes()[0, length())}; read only. */
  public byte[] bytes() {
    return out;
  }

  /** The length of the last redacted text in bytes. */
  public int length() {
    return length;
  }

  private void append(byte[] in, int from, int to) {
    reserve(to - from);
    System.arraycopy(in, from, out, length, to - from);
    length += to - from;
  }

  private void reserve(int bytes) {
    if (out.length - length < bytes) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + bytes));
    }
  }

  /** The bytes that {@link String#getBytes} makes of the character; one for a lone surrogate. */
  private static int utf8Length(String text, int at) {
    int codePoint = text.codePointAt(at);
    if (codePoint < 0x80
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static int charCount(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }
}
