package dev.winnow.formats.journal;

import dev.winnow.formats.request.TextCache;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Cuts the bytes of a journal into fields, as they come. Not thread-safe. */
final class JournalFields {
  /*
   * A field is `NAME=value` on a line, or, where the value holds control characters, `NAME` on a line,
   * the length of the value in eight bytes, the value, and a line feed. An empty line ends an entry.
   *
   * What is longer than a value may be is cut there, and the rest is passed over as it comes. So the
   * buffer never holds more than one field and what came last, whatever a sender does.
   */

  /** What comes next. */
  enum Next {
    FIELD,
    END_OF_ENTRY,
    /** What has come of a field is not all of it. */
    MORE
  }

  private static final VarHandle LENGTH =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The longest name that a journal takes. */
  private static final int MAX_NAME = 64;

  private final int maxBytes;
  private byte[] in = {};
  private int at;
  private int limit;

  /** How far there is no line feed, from {@code at} on. */
  private int searched;

  /** What is left of a value that was cut, with the line feed that ends each value. */
  private long passed;

  private boolean isPassingLine;
  private String name = "";
  private String value = "";
  private boolean isCut;

  /** Fields of which each value may be so long; what is beyond is cut. */
  JournalFields(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds bytes that came. To be called when {@link #next} has no more. */
  void add(byte[] bytes) {
    int kept = limit - at;
    if (in.length - limit < bytes.length) {
      int needed = kept + bytes.length;
      byte[] target = needed > in.length ? new byte[Math.max(needed, 2 * kept)] : in;
      System.arraycopy(in, at, target, 0, kept);
      in = target;
      searched = Math.max(0, searched - at);
      at = 0;
      limit = kept;
    }
    System.arraycopy(bytes, 0, in, limit, bytes.length);
    limit += bytes.length;
  }

  /**
   * Lets the end pass if no field is there in part only.
   *
   * @throws WinnowException otherwise, with {@code MALFORMED_REQUEST}
   */
  void requireWhole() {
    if (at < limit || passed > 0 || isPassingLine) {
      throw malformed("ends within a field");
    }
  }

  /**
   * Goes on to the next field.
   *
   * @throws WinnowException if what comes is none, with {@code MALFORMED_REQUEST}
   */
  Next next() {
    passOver();
    if (at == limit) {
      return Next.MORE;
    }
    int lineEnd = lineEnd();
    if (lineEnd == at) {
      at++;
      return Next.END_OF_ENTRY;
    }
    int nameEnd = nameEnd(lineEnd);
    if (nameEnd < lineEnd) {
      return text(nameEnd, lineEnd) ? Next.FIELD : Next.MORE;
    }
    return lineEnd < limit && binary(nameEnd) ? Next.FIELD : Next.MORE;
  }

  /** Where the line ends; the limit if its end has not come. */
  private int lineEnd() {
    int end = Math.max(at, searched);
    while (end < limit && in[end] != '\n') {
      end++;
    }
    searched = end;
    return end;
  }

  /** Where the name ends that a line begins with; only an equals sign may follow. */
  private int nameEnd(int lineEnd) {
    int end = at;
    while (end < lineEnd && isOfName(in[end]) && end - at < MAX_NAME) {
      end++;
    }
    boolean isName = end > at && (in[at] < '0' || in[at] > '9');
    if (!isName || (end < lineEnd && in[end] != '=')) {
      throw malformed("has a field without a name");
    }
    return end;
  }

  private static boolean isOfName(byte b) {
    return (b >= 'A' && b <= 'Z') || b == '_' || (b >= '0' && b <= '9');
  }

  private boolean text(int nameEnd, int lineEnd) {
    int from = nameEnd + 1;
    int most = from + maxBytes;
    if (lineEnd == limit && limit <= most) {
      return false;
    }
    int to = Math.min(lineEnd, most);
    isPassingLine = lineEnd == limit;
    field(nameEnd, from, to, to < lineEnd);
    at = isPassingLine ? limit : lineEnd + 1;
    return true;
  }

  private boolean binary(int nameEnd) {
    int from = nameEnd + 1 + Long.BYTES;
    if (from > limit) {
      return false;
    }
    long length = (long) LENGTH.get(in, nameEnd + 1);
    if (length < 0) {
      throw malformed("has a field that is longer than anything");
    }
    int kept = (int) Math.min(length, maxBytes);
    if (limit - from < kept) {
      return false;
    }
    field(nameEnd, from, from + kept, length > kept);
    at = from + kept;
    passed = length - kept + 1;
    return true;
  }

  private void field(int nameEnd, int from, int to, boolean isCut) {
    name = TextCache.decode(in, at, nameEnd);
    value = TextCache.decode(in, from, to);
    this.isCut = isCut;
  }

  /** Passes over what was cut off, as far as it has come. */
  private void passOver() {
    if (isPassingLine) {
      at = lineEnd();
      isPassingLine = at == limit;
      at = isPassingLine ? at : at + 1;
    }
    int here = (int) Math.min(passed, limit - at);
    if (here > 0 && here == passed && in[at + here - 1] != '\n') {
      throw malformed("has a field that is longer than it says");
    }
    at += here;
    passed -= here;
  }

  private static WinnowException malformed(String what) {
    return new WinnowException(ErrorCode.MALFORMED_REQUEST, "the journal " + what);
  }

  String name() {
    return name;
  }

  /** The value, in which what is no UTF-8 is replaced. */
  String value() {
    return value;
  }

  /** Whether the value was longer. */
  boolean isCut() {
    return isCut;
  }
}
