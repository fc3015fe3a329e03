package dev.winnow.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Standard input, kept so that it can be read more than once: in a temporary file that only this
 * user may read, and that is gone when the process ends, however it ends.
 */
public final class Spool implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;

  private Spool(FileChannel file) {
    this.file = file;
  }

  /**
   * Reads a channel to its end.
   *
   * @throws IOException if it cannot be read or kept
   */
  public static Spool of(ReadableByteChannel in) throws IOException {
    Path path = Files.createTempFile("winnow-", ".spool");
    // Where the system can, the name is taken away at once and only the open file is left.
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Spool spool = new Spool(file);
    try {
      spool.fill(in);
    } catch (IOException failure) {
      spool.close();
      throw failure;
    }
    return spool;
  }

  private void fill(ReadableByteChannel in) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (in.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      buffer.clear();
    }
  }

  /** What was kept, from its beginning. */
  public ReadableByteChannel reading() {
    return new Reading();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** A reader with a position of its own; closing it leaves the file open. */
  private final class Reading implements ReadableByteChannel {
    private long position;

    @Override
    public int read(ByteBuffer target) throws IOException {
      int read = file.read(target, position);
      position += Math.max(read, 0);
      return read;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() {}
  }
}
