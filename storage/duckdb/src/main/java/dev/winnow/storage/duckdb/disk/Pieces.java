package dev.winnow.storage.duckdb.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Moves bytes between the heap and a file a piece at a time. What the JDK is given at once it
 * copies through native memory of that size, which it keeps for the thread.
 */
public final class Pieces {
  private static final int MAX_BYTES = 1 << 20;

  private Pieces() {}

  /** Reads what a file has from a place on, as far as that goes. */
  public static void read(FileChannel file, long from, byte[] into) throws IOException {
    int read = 0;
    for (int at = 0; at < into.length && read >= 0; at += read) {
      read = file.read(piece(into, at), from + at);
    }
  }

  /** Writes all bytes behind what was written before. */
  public static void write(FileChannel file, byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; ) {
      at += file.write(piece(bytes, at));
    }
  }

  private static ByteBuffer piece(byte[] all, int at) {
    return ByteBuffer.wrap(all, at, Math.min(all.length - at, MAX_BYTES));
  }
}
