package dev.winnow.server.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that keeps others out of a data directory. It has the id of the process that holds it,
 * and on a second line the address of the server that this process is, once it serves. The
 * operating system frees it when the process ends in whatever way.
 */
final class LockFile implements AutoCloseable {
  static final String NAME = "lock";

  private final FileChannel file;

  private LockFile(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes a directory.
   *
   * @throws WinnowException with {@code DATA_DIRECTORY_IN_USE} if another process has it
   */
  static LockFile take(Path directory) throws IOException {
    FileChannel file = FileChannel.open(directory.resolve(NAME), CREATE, READ, WRITE);
    try {
      if (!isTaken(file)) {
        throw new WinnowException(
            ErrorCode.DATA_DIRECTORY_IN_USE,
            "the data directory %s is in use by process %s"
                .formatted(directory, lines(directory).getFirst()));
      }
      LockFile lock = new LockFile(file);
      lock.write(pid());
      return lock;
    } catch (IOException | WinnowException failure) {
      file.close();
      throw failure;
    }
  }

  private static boolean isTaken(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException ownProcess) {
      return false;
    }
  }

  private static String pid() {
    return ProcessHandle.current().pid() + "\n";
  }

  private static List<String> lines(Path directory) throws IOException {
    return List.of(Files.readString(directory.resolve(NAME)).split("\n", -1));
  }

  /** The address of the server that has a directory; nothing if it does not serve, or not yet. */
  static Optional<URI> server(Path directory) {
    try {
      return lines(directory).stream().skip(1).findFirst().map(URI::create).filter(LockFile::isWeb);
    } catch (IOException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** What is read while another process writes may be the rest of a longer line. */
  private static boolean isWeb(URI address) {
    boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    return isHttp && address.getHost() != null;
  }

  void announce(URI server) throws IOException {
    write(pid() + server + "\n");
  }

  /** The file is never empty for those who read it meanwhile. */
  private void write(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    int length = bytes.remaining();
    file.write(bytes, 0);
    file.truncate(length);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
