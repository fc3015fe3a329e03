package dev.winnow.kernel.redaction;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
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
  private byte[] ascii = new byte[1024];
  private final JsonScanner json = new JsonScanner();

  /**
   * Whether a value of this name may be a secret for its name alone, as that of {@code password}.
   */
  public static boolean isSecretName(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    SecretName known = SecretName.endOf(utf8, 0, utf8.length, utf8.length);
    return known.isPresent() && known.policy() != ValuePolicy.NEVER;
  }

  /**
   * The value of a name without its secrets, of which the name may tell; the same instance if there
   * are none. They are the ones of a JSON object that has only this member.
   */
  public String redact(String name, String value) {
    StringBuilder object = new StringBuilder();
    new JsonWriter(object).beginObject().key(name).value(value).endObject();
    String before = object.toString();
    String after = redact(before);
    if (after.equals(before)) {
      return value;
    }
    json.reset(after).next();
    json.next();
    return json.next() == JsonEvent.STRING ? json.text() : SecretKind.SECRET.marker();
  }

  /** The text without its secrets; the same instance if there are none. */
  public String redact(String text) {
    int secrets = scan(text);
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

  /** Scans a text, without allocation if it is ASCII. */
  private int scan(String text) {
    int chars = text.length();
    if (ascii.length < chars) {
      ascii = new byte[Math.max(chars, 2 * ascii.length)];
    }
    byte[] copy = ascii;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return scanner.scan(utf8, 0, utf8.length);
      }
      copy[i] = (byte) c;
    }
    return scanner.scan(copy, 0, chars);
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
