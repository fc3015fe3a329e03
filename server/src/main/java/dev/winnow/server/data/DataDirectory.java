package dev.winnow.server.data;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all data, taken by one process until it is closed.
 *
 * <p>Of its own are a {@link LockFile}; {@code format}, the version of how all the rest is laid
 * out; and {@code tmp}, which holds what libraries unpack and is emptied at the start: in the
 * directory of the system a process that is killed would leave it.
 */
public final class DataDirectory implements AutoCloseable {
  /** The layout that this program writes; older ones are upgraded, newer ones refused. */
  private static final int FORMAT = 1;

  private static final String FORMAT_FILE = "format";

  private final Path path;
  private final LockFile lock;

  private DataDirectory(Path path, LockFile lock) {
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
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw unusable(path, "it is a file", null);
    }
    try {
      create(path);
      DataDirectory data = new DataDirectory(path, LockFile.take(path));
      data.prepare();
      return data;
    } catch (IOException failure) {
      throw unusable(path, reason(path, failure), failure);
    }
  }

  /**
   * Takes a directory that is one already, or an empty one.
   *
   * @throws WinnowException also if it is not there, or holds something else
   */
  public static DataDirectory openExisting(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    if (Files.notExists(path)) {
      throw unusable(path, "it is not there", null);
    }
    if (Files.isDirectory(path) && Files.notExists(path.resolve(FORMAT_FILE))) {
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isPresent()) {
          throw unusable(path, "it holds something else", null);
        }
      } catch (IOException failure) {
        throw unusable(path, reason(path, failure), failure);
      }
    }
    return open(path);
  }

  /** Records may hold secrets, so nobody else may look into a directory that is made here. */
  private static void create(Path path) throws IOException {
    if (Files.notExists(path)) {
      Files.createDirectories(path);
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  private void prepare() throws IOException {
    try {
      checkFormat();
      clearTemporary();
      unpackHere();
    } catch (IOException | WinnowException failure) {
      lock.close();
      throw failure;
    }
  }

  private void checkFormat() throws IOException {
    Path file = path.resolve(FORMAT_FILE);
    if (Files.notExists(file)) {
      Files.writeString(file, FORMAT + "\n");
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

  /** What a process has left that was killed. */
  private void clearTemporary() throws IOException {
    if (Files.exists(temporary())) {
      try (Stream<Path> all = Files.walk(temporary())) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
    }
    create(temporary());
  }

  /** Libraries unpack native code and web pages, and are told by properties where to. */
  private void unpackHere() {
    System.setProperty("org.sqlite.tmpdir", temporary().toString());
    System.setProperty("ZstdTempFolder", temporary().toString());
    // This one is the beginning of a name.
    System.setProperty("quarkus.vertx.cache-directory", temporary().resolve("pages").toString());
  }

  private static WinnowException unusable(Path path, String reason, @Nullable IOException cause) {
    String message = "the data directory %s cannot be used: %s".formatted(path, reason);
    return cause == null
        ? new WinnowException(ErrorCode.DATA_DIRECTORY_UNUSABLE, message)
        : new WinnowException(ErrorCode.DATA_DIRECTORY_UNUSABLE, message, cause);
  }

  /** Exceptions of the file system have names for what those of others have messages for. */
  private static String reason(Path path, IOException failure) {
    String said =
        switch (failure) {
          case AccessDeniedException _ -> "this user may not write there";
          case NoSuchFileException _ -> "it cannot be made";
          case FileSystemException of when of.getReason() != null -> of.getReason();
          default -> String.valueOf(failure.getMessage());
        };
    return failure instanceof FileSystemException of && !path.toString().equals(of.getFile())
        ? said + " (" + of.getFile() + ")"
        : said;
  }

  /** The address of the server that has a directory; nothing if it does not serve, or not yet. */
  public static Optional<URI> serverOf(Path directory) {
    return LockFile.server(directory);
  }

  /** Tells other commands on this machine where the server of this directory is. */
  public void announce(URI server) {
    try {
      lock.announce(server);
    } catch (IOException failure) {
      throw unusable(path, reason(path, failure), failure);
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

  private Path temporary() {
    return path.resolve("tmp");
  }

  /** Gives the directory back. Whoever wrote into it must have ended before. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failure) {
      // The system frees the lock with the process.
    }
  }
}
