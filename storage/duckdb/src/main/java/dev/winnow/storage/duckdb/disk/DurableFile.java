package dev.winnow.storage.duckdb.disk;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A file that is written as a whole: after a crash it has its former content or its new one. */
public final class DurableFile {
  private final Path directory;
  private final Path file;

  /** A file, be it there or not. */
  public DurableFile(Path directory, String name) {
    this.directory = directory;
    this.file = directory.resolve(name);
  }

  /** Puts a content in place of the former one. Durable on return. */
  public void write(byte[] content) {
    Path fresh = directory.resolve(file.getFileName() + ".new");
    try {
      Directories.create(directory);
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        Pieces.write(out, ByteBuffer.allocate(Integer.BYTES).putInt(checksum(content)).array());
        Pieces.write(out, content);
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Directories.sync(directory);
    } catch (IOException failed) {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, file + " cannot be written", failed);
    }
  }

  /**
   * What was written last; empty if nothing was.
   *
   * @throws WinnowException {@code storage_corrupt} if it is not as it was written
   */
  public Optional<byte[]> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      ByteBuffer all = ByteBuffer.wrap(bytes());
      if (all.remaining() >= Integer.BYTES) {
        int checksum = all.getInt();
        byte[] content = new byte[all.remaining()];
        all.get(content);
        if (checksum(content) == checksum) {
          return Optional.of(content);
        }
      }
      throw new WinnowException(ErrorCode.STORAGE_CORRUPT, file + " is damaged");
    } catch (IOException failed) {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, file + " cannot be read", failed);
    }
  }

  private byte[] bytes() throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] bytes = new byte[Math.toIntExact(in.size())];
      Pieces.read(in, 0, bytes);
      return bytes;
    }
  }

  private static int checksum(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
