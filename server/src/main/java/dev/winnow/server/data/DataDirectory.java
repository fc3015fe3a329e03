package dev.winnow.server.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all data, taken by one process until it is closed.
 *
 * <p>Two files in it are of its own: {@code lock}, which the operating system frees when the
 * process ends in whatever way and which names its id, and {@code format}, the version of how all
 * the rest is laid out.
 */
public final class DataDirectory implements AutoCloseable {
  /** The layout that this program writes; older ones are upgraded, newer ones refused. */
  private static final int FORMAT = 1;

  private static final int LONGEST_PID = 20;

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes a directory, which is made if it is not there.
   *
   * @throws WinnowException if another process has it, it cannot be written, or a newer program has
   *     written it
   */
  public static DataDirectory open(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    FileChannel lock = null;
    try {
      create(path);
      lock = FileChannel.open(path.resolve("lock"), CREATE, READ, WRITE);
      take(path, lock);
      checkFormat(path);
      return new DataDirectory(path, lock);
    } catch (FileAlreadyExistsException file) {
      throw unusable(path, "it is a file", file);
    } catch (IOException failure) {
      closeAfterFailure(lock);
      throw unusable(path, "it cannot be written: " + reason(failure), failure);
    } catch (WinnowException refusal) {
      closeAfterFailure(lock);
      throw refusal;
    }
  }

  /** Records may hold secrets, so nobody else may look into a directory that is made here. */
  private static void create(Path path) throws IOException {
    if (Files.notExists(path)) {
      Files.createDirectories(path);
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
    Files.createDirectories(path);
  }

  private static void take(Path path, FileChannel lock) throws IOException {
    boolean taken;
    try {
      taken = lock.tryLock() != null;
    } catch (OverlappingFileLockException ownProcess) {
      taken = false;
    }
    if (!taken) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_IN_USE,
          "the data directory %s is in use by process %s".formatted(path, owner(lock)));
    }
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(bytes(ProcessHandle.current().pid() + "\n")), 0);
  }

  private static String owner(FileChannel lock) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(LONGEST_PID);
    lock.read(pid, 0);
    return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).strip();
  }

  private static void checkFormat(Path path) throws IOException {
    Path file = path.resolve("format");
    if (Files.notExists(file)) {
      Files.write(file, bytes(FORMAT + "\n"));
    }
    String format = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (!format.equals(Integer.toString(FORMAT))) {
      throw unusable(
          path,
          "it has format '%s', and this program knows format %d; a newer one may read it"
              .formatted(format, FORMAT),
          null);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static WinnowException unusable(Path path, String reason, @Nullable IOException cause) {
    String message = "the data directory %s cannot be used: %s".formatted(path, reason);
    return cause == null
        ? new WinnowException(ErrorCode.DATA_DIRECTORY_UNUSABLE, message)
        : new WinnowException(ErrorCode.DATA_DIRECTORY_UNUSABLE, message, cause);
  }

  /** Exceptions of the file system have names for what those of others have messages for. */
  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replace("Exception", "")
        + ", "
        + failure.getMessage();
  }

  private static void closeAfterFailure(@Nullable FileChannel lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException second) {
        // The first failure is the one to tell; the system frees the lock with the process.
      }
    }
  }

  /** Where the directory is, as an absolute path. */
  public Path path() {
    return path;
  }

  /** Where records are. */
  public Path recordsDirectory() {
    return path.resolve("store");
  }

  /** The file of tokens and settings. */
  public Path controlFile() {
    return path.resolve("control.db");
  }

  /** Gives the directory back. Whoever wrote into it must have ended before. */
  @Override
  public void close() {
    closeAfterFailure(lock);
  }
}
