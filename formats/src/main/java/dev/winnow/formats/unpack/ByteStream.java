package dev.winnow.formats.unpack;

import dev.winnow.formats.input.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A stream that can be judged by its first bytes before it is read. Once it has failed, it fails
 * the same way whenever it is read.
 */
abstract class ByteStream extends InputStream implements ReadableByteChannel {
  private static final byte[] NONE = {};

  private byte[] ahead = NONE;
  private int aheadFrom;
  private int aheadTo;
  private long position;
  private boolean ended;
  private boolean closed;
  private @Nullable IOException failure;

  /** Reads further, as {@link InputStream#read(byte[], int, int)} does. */
  abstract int readOn(byte[] target, int from, int length) throws IOException;

  /**
   * What the first bytes show this to be; they are read all the same afterwards. To be called
   * before the first read. A line that has come is enough, so that whoever waits for its analysis
   * need not write another.
   */
  final Content content() throws IOException {
    ahead = new byte[Content.SAMPLE];
    boolean more = true;
    while (more && aheadTo < Content.HEADER && !holdsLineFeed()) {
      more = readAhead();
    }
    return Content.of(ahead, 0, aheadTo);
  }

  private boolean readAhead() throws IOException {
    try {
      int read = take(ahead, aheadTo, ahead.length - aheadTo);
      aheadTo += Math.max(read, 0);
      return read >= 0;
    } catch (IOException failed) {
      if (aheadTo == 0) {
        throw failed;
      }
      return false;
    }
  }

  private boolean holdsLineFeed() {
    for (int i = 0; i < aheadTo; i++) {
      if (ahead[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Passes over the byte order mark that was found by {@link #content()}, if there is one. */
  final void skipMark() {
    aheadFrom += Content.markLength(ahead, aheadFrom, aheadTo);
  }

  @Override
  public final int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = Math.min(length, aheadTo - aheadFrom);
    if (read == 0) {
      ahead = NONE;
      read = take(target, from, length);
    } else {
      System.arraycopy(ahead, aheadFrom, target, from, read);
      aheadFrom += read;
    }
    position += Math.max(read, 0);
    return read;
  }

  private int take(byte[] target, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      int read = ended ? -1 : readOn(target, from, length);
      ended = read < 0;
      return read;
    } catch (IOException failed) {
      failure = failed;
      throw failed;
    }
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Reads into a buffer, which must be backed by an array. */
  @Override
  public final int read(ByteBuffer target) throws IOException {
    int read = read(target.array(), target.arrayOffset() + target.position(), target.remaining());
    target.position(target.position() + Math.max(read, 0));
    return read;
  }

  /** The number of bytes that were given. */
  final long position() {
    return position;
  }

  /** Whether its end was met. */
  final boolean isEnded() {
    return ended;
  }

  /** Why it cannot be read any further. */
  final @Nullable IOException failure() {
    return failure;
  }

  @Override
  public final boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
  }
}
