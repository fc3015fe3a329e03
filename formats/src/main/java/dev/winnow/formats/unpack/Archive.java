package dev.winnow.formats.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files in a stream, one behind another. To read the archive is to read the current member. */
abstract class Archive extends InputStream {
  /**
   * Moves to the next member that is a file, past what is left of the current one; null at the end.
   */
  abstract @Nullable Member next() throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] target, int from, int length) throws IOException;
}
