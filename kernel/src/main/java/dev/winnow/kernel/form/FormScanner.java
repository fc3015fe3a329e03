package dev.winnow.kernel.form;

import dev.winnow.kernel.hash.Hash64;
import dev.winnow.kernel.redaction.SecretKind;
import dev.winnow.kernel.redaction.SecretScanner;
import dev.winnow.kernel.stacktrace.StackTraceScanner;
import dev.winnow.kernel.swar.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into its form: the text with every variable part replaced by a typed placeholder.
 * One per thread: it reuses its buffers, so a scan allocates nothing once they have grown.
 *
 * <p>After {@link #scan} the form's id, text and variables can be read until the next scan. The
 * form is a pure function of the text and of {@link #RULES}, so its id is the same on every node,
 * in every order and in every language that passes the conformance vectors.
 */
public final class FormScanner {
  /*
   * A JSON object and a text of key=value pairs become their keys in order, with each value masked
   * by its type and the message as free text. All else is free text, see TextForm.
   *
   * Invariants: the form's text alone determines the id, with `<` in literal text doubled so that
   * no input can forge a placeholder; a scan is linear in the input, as every grammar is anchored
   * and a word is cut a bounded number of times; a secret is one opaque token whatever it holds, and
   * no limit counts its bytes, so that the form of a text and of the redacted text are the same.
   */

  /** The version of the rules: the seed of the hash, raised with every change of any form. */
  public static final int RULES = 1;

  /** A form's text ends with {@code <...>} at the first token beyond this many bytes. */
  public static final int MAX_FORM_BYTES = 8192;

  /** A longer word is a {@code <blob>}. */
  public static final int MAX_WORD_BYTES = 1024;

  /** Variables beyond this many are placeholders without a captured value. */
  public static final int MAX_VARIABLES = 512;

  /** No text of this length fills a form: a byte becomes a placeholder of five at the most. */
  private static final int EARLY_BYTES = 1024;

  private static final byte SECRET_FILLER = '1';

  private final SecretScanner secrets = new SecretScanner();
  private final FormWriter writer = new FormWriter();
  private final TextForm text = new TextForm(secrets, writer);
  private final StructuredForm structured = new StructuredForm(secrets, writer, text);
  private final StackForm stack = new StackForm(writer, text);
  private byte[] scratch = new byte[1024];
  private byte[] plain = new byte[1024];
  private byte[] source = scratch;
  private boolean hasStackTrace;
  private int secretCount;

  /** Scans a text and returns the id of its form. */
  public long scan(String text) {
    int length = encode(text);
    return scan(scratch, 0, length);
  }

  /** Scans {@code utf8[from, to)} and returns the id of its form. The array is not kept. */
  public long scan(byte[] utf8, int from, int to) {
    source = utf8;
    hasStackTrace = false;
    writer.reset();
    secretCount = secrets.scan(utf8, from, to);
    text.begin(secretCount);
    if (structured.isCandidate(utf8, from, to)
        && structured.write(utf8, plain(utf8, from, to, secretCount), from, to)) {
      return finish(to);
    }
    boolean breaks = breaksEarly(utf8, from, to, secretCount);
    if (!breaks || !writeStack(utf8, from, to, secretCount)) {
      text.write(utf8, from, to);
      if (!breaks && writer.hasLines()) {
        writeStack(utf8, from, to, secretCount);
      }
    }
    return finish(to);
  }

  /**
   * Whether a line is sure to end before the form is full, so that a stack trace can be looked for
   * before its frames are written for nothing.
   */
  private boolean breaksEarly(byte[] in, int from, int to, int secretCount) {
    int secret = secretCount == 0 ? to : secrets.start(0);
    int end = Math.min(secret, from + Math.min(to - from, EARLY_BYTES));
    return EightBytes.indexOf(in, from, end, (byte) '\n') >= 0;
  }

  /**
   * Scans a format string, such as {@code user {} logged in}, and returns the id of its form. It
   * passes the same masks as a text, as a program may have built it from values; its placeholders
   * become {@code <*>}.
   */
  public long scanFormat(String format) {
    secretCount = 0;
    int length = encode(format);
    byte[] in = scratch;
    source = in;
    hasStackTrace = false;
    writer.reset();
    int from = 0;
    for (int at = 0; at < length && !writer.isFull(); ) {
      int end = Placeholders.end(in, at, length);
      if (end > at) {
        literals(in, from, at);
        writer.mask(Mask.ANY, at, end);
        from = end;
      }
      at = Math.max(end, at + 1);
    }
    literals(in, from, length);
    return finish(length);
  }

  /**
   * The input with secrets replaced by digits, so that structure can be read whether or not they
   * have been redacted: a marker in the place of a number is no JSON.
   */
  private byte[] plain(byte[] in, int from, int to, int secretCount) {
    if (secretCount == 0) {
      return in;
    }
    if (plain.length < to) {
      plain = new byte[Math.max(to, 2 * plain.length)];
    }
    System.arraycopy(in, from, plain, from, to - from);
    for (int i = 0; i < secretCount; i++) {
      Arrays.fill(plain, secrets.start(i), secrets.end(i), SECRET_FILLER);
    }
    return plain;
  }

  private boolean writeStack(byte[] in, int from, int to, int secretCount) {
    boolean found = stack.write(in, plain(in, from, to, secretCount), from, to);
    hasStackTrace = found && secretCount == 0;
    return found;
  }

  private void literals(byte[] in, int from, int to) {
    text.begin(secrets.scan(in, from, to));
    text.write(in, from, to);
  }

  private long finish(int to) {
    if (writer.isFull()) {
      writer.rest(to);
    }
    return Hash64.of(writer.bytes(), 0, writer.length(), RULES);
  }

  /** The text of the last form. */
  public String text() {
    return new String(writer.bytes(), 0, writer.length(), StandardCharsets.UTF_8);
  }

  /** The bytes of the last form's text are {@code bytes()[0, length())}; read only. */
  public byte[] bytes() {
    return writer.bytes();
  }

  /** The length of the last form's text in bytes of UTF-8. */
  public int length() {
    return writer.length();
  }

  /** The number of secrets in the last text scanned. */
  public int secrets() {
    return secretCount;
  }

  /** The kind of a secret. */
  public SecretKind secretKind(int index) {
    return secrets.kind(index);
  }

  /** The number of captured variables, at most {@link #MAX_VARIABLES}. */
  public int variables() {
    return writer.variables();
  }

  /** The type of a captured variable. */
  public Mask mask(int index) {
    return writer.mask(index);
  }

  /** The array that holds a captured variable: the input, or a copy of it without escapes. */
  public byte[] source(int index) {
    return writer.isCopied(index) ? structured.copy() : source;
  }

  /** Where a captured variable begins in {@link #source}. */
  public int start(int index) {
    return writer.start(index);
  }

  /** Where a captured variable ends in {@link #source}, exclusive. */
  public int end(int index) {
    return writer.end(index);
  }

  /**
   * The stack trace that the last scan came upon, so that it need not be looked for again; null if
   * it came upon none, or if there are secrets in the text, which it does not show to the scanner.
   */
  public @Nullable StackTraceScanner stackTrace() {
    return hasStackTrace ? stack.scanner() : null;
  }

  /** The value of a captured variable. */
  public String value(int index) {
    int start = start(index);
    return new String(source(index), start, end(index) - start, StandardCharsets.UTF_8);
  }

  /** Copies a string to the scratch buffer as UTF-8; a lone surrogate becomes U+FFFD. */
  private int encode(String text) {
    int chars = text.length();
    if (scratch.length < chars * 3L) {
      scratch = new byte[Math.max(chars, chars * 3)];
    }
    byte[] out = scratch;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return encodeWide(text, i);
      }
      out[i] = (byte) c;
    }
    return chars;
  }

  private int encodeWide(String text, int from) {
    int at = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      int codePoint = c;
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        codePoint = pair ? Character.toCodePoint(c, text.charAt(++i)) : 0xfffd;
      }
      at = Utf8.encode(codePoint, scratch, at);
    }
    return at;
  }
}
