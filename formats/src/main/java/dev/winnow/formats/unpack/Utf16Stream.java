package dev.winnow.formats.unpack;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 as UTF-8. A byte order mark is left out; a surrogate without its other half becomes
 * U+FFFD, as does half a unit at the end.
 */
final class Utf16Stream extends InputStream {
  private static final int BUFFER_BYTES = 16 << 10;

  /** No unit of two bytes gives more than three, and no pair more than four. */
  private static final int MAX_GROWTH = 3;

  private static final int BYTE_ORDER_MARK = 0xfeff;
  private static final int REPLACEMENT = 0xfffd;

  private final InputStream in;
  private final int high;
  private final byte[] units = new byte[BUFFER_BYTES];
  private int pending;
  private final byte[] text = new byte[BUFFER_BYTES / 2 * MAX_GROWTH + MAX_GROWTH];
  private int from;
  private int to;
  private int lead;
  private boolean begun;
  private boolean ended;

  /** Transcodes a stream in which the first or the second byte of a unit is the greater one. */
  Utf16Stream(InputStream in, boolean bigEndian) {
    this.in = in;
    this.high = bigEndian ? 0 : 1;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    while (from == to) {
      if (ended) {
        return -1;
      }
      transcode();
    }
    int read = Math.min(length, to - from);
    System.arraycopy(text, from, target, start, read);
    from += read;
    return read;
  }

  private void transcode() throws IOException {
    from = 0;
    to = 0;
    int read = in.read(units, pending, units.length - pending);
    if (read < 0) {
      ended = true;
      if (lead != 0 || pending > 0) {
        put(REPLACEMENT);
      }
      return;
    }
    int length = pending + read;
    for (int i = 0; i + 1 < length; i += 2) {
      add((units[i + high] & 0xff) << 8 | (units[i + 1 - high] & 0xff));
    }
    pending = length & 1;
    if (pending > 0) {
      units[0] = units[length - 1];
    }
  }

  private void add(int unit) {
    boolean first = !begun;
    begun = true;
    if (lead != 0) {
      boolean paired = unit >= 0xdc00 && unit <= 0xdfff;
      put(paired ? Character.toCodePoint((char) lead, (char) unit) : REPLACEMENT);
      lead = 0;
      if (paired) {
        return;
      }
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
      lead = unit;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) {
      put(REPLACEMENT);
    } else if (!first || unit != BYTE_ORDER_MARK) {
      put(unit);
    }
  }

  private void put(int codePoint) {
    if (codePoint < 0x80) {
      text[to++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      text[to++] = (byte) (0xc0 | codePoint >> 6);
      putTail(codePoint);
    } else if (codePoint < 0x10000) {
      text[to++] = (byte) (0xe0 | codePoint >> 12);
      putTail(codePoint >> 6);
      putTail(codePoint);
    } else {
      text[to++] = (byte) (0xf0 | codePoint >> 18);
      putTail(codePoint >> 12);
      putTail(codePoint >> 6);
      putTail(codePoint);
    }
  }

  private void putTail(int bits) {
    text[to++] = (byte) (0x80 | (bits & 0x3f));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
