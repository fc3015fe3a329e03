package dev.winnow.formats.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads little at a time from a decoder that, where its data break off, loses what it has decoded
 * for the same read. So no more than a piece is lost.
 */
final class Piecewise extends InputStream {
  private static final int PIECE_BYTES = 256;

  private final InputStream decoder;
  private @Nullable IOException failure;

  Piecewise(InputStream decoder) {
    this.decoder = decoder;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int read = decoder.read(target, from, Math.min(length, PIECE_BYTES));
    int all = read;
    while (read > 0 && all < length) {
      try {
        read = decoder.read(target, from + all, Math.min(length - all, PIECE_BYTES));
        all += Math.max(read, 0);
      } catch (IOException broken) {
        failure = broken;
        return all;
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
  }
}
