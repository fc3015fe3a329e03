package dev.winnow.kernel.form;

import dev.winnow.kernel.redaction.SecretScanner;
import java.util.Arrays;

/**
 * Writes the form of a body that is a JSON object or logfmt: the keys in order, each value masked
 * by its type, the message as free text.
 */
final class StructuredForm {
  /** Objects nested deeper are one variable. */
  private static final int MAX_DEPTH = 8;

  /** A longer string that is not the message is text, whatever it holds. */
  private static final int MAX_TYPED_BYTES = 256;

  private static final int MAX_LITERAL_BYTES = 64;

  private final SecretScanner secrets;
  private final FormWriter writer;
  private final TextForm text;
  private final JsonReader json = new JsonReader();
  private final Pairs pairs = new Pairs();
  private byte[] copy = new byte[1024];
  private int copied;

  StructuredForm(SecretScanner secrets, FormWriter writer, TextForm text) {
    this.secrets = secrets;
    this.writer = writer;
    this.text = text;
  }

  /** Whether the text begins like a structured body. */
  boolean isCandidate(byte[] in, int from, int to) {
    int start = start(in, from, to);
    return start < to && (in[start] == '{' || startsWithKey(in, start, to));
  }

  /**
   * Writes the form if the text is a structured body as a whole; else writes nothing. The structure
   * is read from {@code plain}, in which secrets are filled.
   */
  boolean write(byte[] in, byte[] plain, int from, int to) {
    int start = start(in, from, to);
    pairs.clear();
    copied = 0;
    if (in[start] == '{') {
      boolean read = json.read(plain, start, to, pairs) && pairs.size() <= Pairs.MAX_OF_ONE;
      if (read && !hasSecretKey(0)) {
        object(in, plain, start, to, 1);
        return true;
      }
    } else if (LogfmtReader.read(plain, start, to, pairs)) {
      logfmt(in);
      return true;
    }
    return false;
  }

  private static int start(byte[] in, int from, int to) {
    int start = from;
    while (start < to && in[start] == ' ') {
      start++;
    }
    return start;
  }

  /** The strings of the last body that had escapes, without them. */
  byte[] copy() {
    return copy;
  }

  private static boolean startsWithKey(byte[] in, int from, int to) {
    int end = Math.min(to, from + MAX_LITERAL_BYTES);
    for (int at = from; at < end; at++) {
      byte b = in[at];
      if (b == '=') {
        return at > from;
      }
      if (b == ' ' || b == '"' || b == ':' || b == '[' || b == '(' || b < 0) {
        return false;
      }
    }
    return false;
  }

  /** Writes the object whose members are the pairs on top of the stack, or reads them first. */
  private void object(byte[] in, byte[] plain, int from, int to, int depth) {
    int base = depth == 1 ? 0 : pairs.size();
    boolean read = depth == 1 || json.read(plain, from, to, pairs);
    boolean large = depth > MAX_DEPTH || pairs.size() - base > Pairs.MAX_OF_ONE;
    if (!read || large || hasSecretKey(base)) {
      pairs.truncate(base);
      writer.mask(Mask.TEXT, from, to);
      return;
    }
    pairs.sort(in, base);
    int end = pairs.size();
    boolean message = hasMessage(in, base, end);
    writer.raw('{');
    for (int i = base; i < end && !writer.isFull(); i++) {
      if (i > base) {
        writer.raw(',');
      }
      writer.raw('"');
      writer.raw(in, pairs.keyFrom(i), pairs.keyTo(i));
      writer.raw('"');
      writer.raw(':');
      if (pairs.kind(i) == Pairs.Kind.OBJECT) {
        object(in, plain, pairs.from(i), pairs.to(i), depth + 1);
      } else {
        value(in, i, depth == 1, message);
      }
    }
    writer.raw('}');
    pairs.truncate(base);
  }

  /** Whether a secret stands in the place of a key, which then says nothing about the statement. */
  private boolean hasSecretKey(int base) {
    for (int i = base; i < pairs.size(); i++) {
      if (text.hasSecret(pairs.keyFrom(i), pairs.keyTo(i))) {
        return true;
      }
    }
    return false;
  }

  private void logfmt(byte[] in) {
    pairs.sort(in, 0);
    boolean message = hasMessage(in, 0, pairs.size());
    for (int i = 0; i < pairs.size() && !writer.isFull(); i++) {
      if (i > 0) {
        writer.raw(' ');
      }
      writer.raw(in, pairs.keyFrom(i), pairs.keyTo(i));
      writer.raw('=');
      value(in, i, true, message);
    }
  }

  private boolean hasMessage(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (pairs.kind(i) == Pairs.Kind.STRING
          && StructuredKeys.isMessage(in, pairs.keyFrom(i), pairs.keyTo(i))) {
        return true;
      }
    }
    return false;
  }

  private void value(byte[] in, int index, boolean top, boolean message) {
    int from = pairs.from(index);
    int to = pairs.to(index);
    int keyFrom = pairs.keyFrom(index);
    int keyTo = pairs.keyTo(index);
    switch (pairs.kind(index)) {
      case BOOL -> writer.mask(Mask.BOOL, from, to);
      case NULL -> writer.mask(Mask.NULL, from, to);
      case LIST, OBJECT -> writer.mask(Mask.LIST, from, to);
      case NUMBER -> number(in, keyFrom, keyTo, from, to);
      case STRING -> {
        if (top && StructuredKeys.isMessage(in, keyFrom, keyTo)) {
          message(in, from, to);
        } else if (StructuredKeys.isLevel(in, keyFrom, keyTo)
            || (top && !message && StructuredKeys.isDiscriminator(in, keyFrom, keyTo))) {
          literal(in, from, to);
        } else {
          typed(in, from, to);
        }
      }
    }
  }

  private void number(byte[] in, int keyFrom, int keyTo, int from, int to) {
    if (isSecret(from, to)) {
      writer.mask(Mask.SECRET, from, to);
    } else if (StructuredKeys.isLevel(in, keyFrom, keyTo)) {
      writer.raw(in, from, to);
    } else {
      writer.mask(Mask.NUM, from, to);
    }
  }

  private boolean isSecret(int from, int to) {
    int i = text.firstSecret(from);
    return text.isSecret(i, from, to);
  }

  private void message(byte[] in, int from, int to) {
    writer.raw('"');
    writer.escapeQuotes(true);
    int at = from;
    for (int i = text.firstSecret(from); text.startsBefore(i, to) && !writer.isFull(); i++) {
      unescaped(in, at, Math.max(at, secrets.start(i)));
      writer.mask(Mask.SECRET, secrets.start(i), secrets.end(i));
      at = Math.min(to, secrets.end(i));
    }
    unescaped(in, at, to);
    writer.escapeQuotes(false);
    writer.raw('"');
  }

  /** Writes text that may hold JSON escapes. */
  private void unescaped(byte[] in, int from, int to) {
    if (indexOfEscape(in, from, to) < 0) {
      text.writeCopy(in, from, to);
      return;
    }
    if (copy.length - copied < to - from) {
      copy = Arrays.copyOf(copy, copied + Math.max(to - from, copy.length));
    }
    int start = copied;
    copied = Escapes.remove(in, from, to, copy, copied);
    writer.copying(true);
    text.writeCopy(copy, start, copied);
    writer.copying(false);
  }

  private static int indexOfEscape(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (in[i] == '\\') {
        return i;
      }
    }
    return -1;
  }

  /** Writes a short word as it is, and anything else by its type. */
  private void literal(byte[] in, int from, int to) {
    int length = writer.length();
    int variables = writer.variables();
    int placeholders = writer.placeholders();
    if (to - from <= MAX_LITERAL_BYTES) {
      writer.raw('"');
      text.write(in, from, to);
      writer.raw('"');
      if (writer.placeholders() == placeholders && indexOfEscape(in, from, to) < 0) {
        return;
      }
    }
    writer.rewind(length, variables, placeholders);
    typed(in, from, to);
  }

  /** Writes a string as one variable: of the type that the whole of it has, else text. */
  private void typed(byte[] in, int from, int to) {
    int length = writer.length();
    int variables = writer.variables();
    int placeholders = writer.placeholders();
    if (to - from <= MAX_TYPED_BYTES || isSecret(from, to)) {
      text.write(in, from, to);
      boolean one = writer.placeholders() == placeholders + 1;
      if (one && writer.lastStart() == from && writer.lastEnd() == to) {
        return;
      }
    }
    writer.rewind(length, variables, placeholders);
    writer.mask(Mask.TEXT, from, to);
  }
}
