package dev.winnow.formats.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of gzip members one behind another, as pigz and {@code cat a.gz b.gz} make them (RFC
 * 1952). Zeros behind the last one are passed over, as {@code gzip} does. The stream of the JDK
 * asks how many bytes are available to tell whether a member follows, which not every stream can
 * say.
 */
final class GzipStream extends InputStream {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int DEFLATE = 8;
  private static final int HAS_HEADER_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean inMember;
  private boolean begun;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    while (inMember || beginMember()) {
      int read = inflate(target, start, length);
      if (read > 0) {
        checksum.update(target, start, read);
        return read;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        if (from == to && !fill()) {
          throw new EOFException("in a member");
        }
        inflater.setInput(buffer, from, to - from);
        from = to;
      } else {
        throw new ZipException("needs a dictionary");
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int start, int length) throws ZipException {
    try {
      return inflater.inflate(target, start, length);
    } catch (DataFormatException invalid) {
      throw new ZipException(invalid.getMessage());
    }
  }

  /** Reads a header; false if no member follows. */
  private boolean beginMember() throws IOException {
    int first = begun ? nextOrEnd() : next();
    while (begun && first == 0) {
      first = nextOrEnd();
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b || next() != DEFLATE) {
      throw new ZipException("no gzip header");
    }
    int flags = next();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    begun = true;
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    from = to - inflater.getRemaining();
    boolean intact = nextInt() == (int) checksum.getValue();
    intact &= nextInt() == (int) inflater.getBytesWritten();
    if (!intact) {
      throw new ZipException("wrong checksum");
    }
    inflater.reset();
    checksum.reset();
    inMember = false;
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // A name or a comment ends with a zero.
    }
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw new EOFException("in a header or trailer");
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    return from < to || fill() ? buffer[from++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(in.read(buffer, 0, buffer.length), 0);
    return to > 0;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
