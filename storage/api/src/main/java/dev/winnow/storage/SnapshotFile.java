package dev.winnow.storage;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file with what it holds when it is opened. It is read no further, should somebody add to it,
 * and can be read on when it was renamed or deleted.
 */
public final class SnapshotFile implements AutoCloseable {
  private static final int PIECE_BYTES = 64 << 10;

  private final String name;
  private final FileChannel file;
  private final long bytes;

  private SnapshotFile(String name, FileChannel file, long bytes) {
    this.name = name;
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Opens a file.
   *
   * @param name where it belongs
   */
  public static SnapshotFile open(String name, Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new SnapshotFile(name, file, file.size());
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
  }

  /** The same file in a folder. */
  public SnapshotFile in(String folder) {
    return new SnapshotFile(folder + "/" + name, file, bytes);
  }

  /** Where it belongs, as a path with slashes. */
  public String name() {
    return name;
  }

  public long bytes() {
    return bytes;
  }

  /** Writes what the file holds, in pieces. */
  public void writeTo(OutputStream out) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    for (long at = 0; at < bytes; at += piece.position()) {
      piece.clear().limit((int) Math.min(PIECE_BYTES, bytes - at));
      if (file.read(piece, at) < 0) {
        throw new WinnowException(
            ErrorCode.STORAGE_UNAVAILABLE, name + " was cut off while it was read");
      }
      out.write(piece.array(), 0, piece.position());
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failed) {
      // Whoever reads has what is needed by now.
    }
  }
}
