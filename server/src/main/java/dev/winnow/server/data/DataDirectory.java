package dev.winnow.server.data;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all data, taken by one process until it is closed.
 *
 * <p>Of its own are a {@link LockFile} and {@code format}, the version of how all the rest is laid
 * out, by which it is known: a directory that holds other things and lacks it is left alone.
 */
public final class DataDirectory implements AutoCloseable {
  /** The layout that this program reads and writes; what is newer is refused. */
  private static final int FORMAT = 1;

  private static final String FORMAT_FILE = "format";
  private static final String FRESH_FORMAT_FILE = "format.new";
  private static final String DRAFT = "restore.new";

  /** What may be in a directory that is new: of its disk, its user, or a start that was cut off. */
  private static final Set<String> BEFORE_FORMAT =
      Set.of("lost+found", "winnow.yaml", LockFile.NAME, FRESH_FORMAT_FILE);

  private final Path path;
  private final LockFile lock;

  private DataDirectory(Path path, LockFile lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes a directory, which is made if it is not there.
   *
   * @throws WinnowException if another process has it, it cannot be written, it holds something
   *     else, or a newer program has written it
   */
  public static DataDirectory open(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw unusable(path, "it is a file", null);
    }
    try {
      create(path);
      requireOurs(path);
      DataDirectory data = new DataDirectory(path, LockFile.take(path));
      data.mark();
      return data;
    } catch (IOException failure) {
      throw unusable(path, reason(path, failure), failure);
    }
  }

  /**
   * Takes a directory as {@link #open} does, but makes none.
   *
   * @throws WinnowException also if it is not there
   */
  public static DataDirectory openExisting(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    if (Files.notExists(path)) {
      throw unusable(path, "it is not there", null);
    }
    return open(path);
  }

  /**
   * Takes a directory that holds nothing, which is made if it is not there. It stays nobody's until
   * it is {@linkplain #fill filled}.
   *
   * @throws WinnowException if another process has it, it cannot be written, or it holds something
   */
  public static DataDirectory openEmpty(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw unusable(path, "it is a file", null);
    }
    try {
      create(path);
      requireEmpty(path);
      LockFile lock = LockFile.take(path);
      try {
        requireEmpty(path);
        return new DataDirectory(path, lock);
      } catch (IOException | WinnowException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw unusable(path, reason(path, failure), failure);
    }
  }

  private static void requireEmpty(Path path) throws IOException {
    Optional<String> other = firstOther(path).filter(name -> !name.equals(DRAFT));
    if (other.isPresent() || Files.exists(path.resolve(FORMAT_FILE))) {
      throw unusable(
          path,
          "it holds '%s' already; name an empty one, or one that is not there"
              .formatted(other.orElse(FORMAT_FILE)),
          null);
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
  }

  /** Looks for other things first: another process may be about to make the directory its own. */
  private static void requireOurs(Path path) throws IOException {
    Optional<String> other = firstOther(path);
    if (Files.exists(path.resolve(FORMAT_FILE))) {
      requireFormat(path);
    } else if (other.isPresent()) {
      throw unusable(path, "it holds something else, such as '%s'".formatted(other.get()), null);
    }
  }

  private static void requireFormat(Path path) throws IOException {
    String format = Files.readString(path.resolve(FORMAT_FILE), StandardCharsets.ISO_8859_1);
    if (!format.strip().equals(Integer.toString(FORMAT))) {
      throw unusable(
          path,
          ("it has format '%s', and this program knows format %d;"
                  + " run the version that wrote it, or a newer one")
              .formatted(format.strip(), FORMAT),
          null);
    }
  }

  private static Optional<String> firstOther(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !BEFORE_FORMAT.contains(name))
          .min(Comparator.naturalOrder());
    }
  }

  private void mark() throws IOException {
    try {
      if (Files.notExists(path.resolve(FORMAT_FILE))) {
        writeFormat();
      }
    } catch (IOException failure) {
      lock.close();
      throw failure;
    }
  }

  /** Under another name first: whenever the machine stops, there is all of it or nothing. */
  private void writeFormat() throws IOException {
    Path fresh = path.resolve(FRESH_FORMAT_FILE);
    Files.writeString(fresh, FORMAT + "\n");
    sync(fresh, StandardOpenOption.WRITE);
    Files.move(fresh, path.resolve(FORMAT_FILE), StandardCopyOption.ATOMIC_MOVE);
    sync(path, StandardOpenOption.READ);
  }

  private static void sync(Path path, OpenOption access) throws IOException {
    try (FileChannel file = FileChannel.open(path, access)) {
      file.force(true);
    }
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

  /** Where all files are put together that the directory is to be filled with. */
  public Path draft() {
    return path.resolve(DRAFT);
  }

  /**
   * Puts the files of the {@linkplain #draft draft} in place, the format last of all: whenever the
   * machine stops, there is all of them, or a directory that is nobody's.
   */
  public void fill() {
    try {
      requireFormat(draft());
      syncAll(draft());
      List<Path> files;
      try (Stream<Path> found = Files.list(draft())) {
        files = found.filter(file -> !file.endsWith(FORMAT_FILE)).toList();
      }
      for (Path file : files) {
        Files.move(file, path.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
      sync(path, StandardOpenOption.READ);
      Files.move(
          draft().resolve(FORMAT_FILE), path.resolve(FORMAT_FILE), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(draft());
      sync(path, StandardOpenOption.READ);
    } catch (IOException failure) {
      throw unusable(path, reason(path, failure), failure);
    }
  }

  private static void syncAll(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.toList()) {
        sync(each, StandardOpenOption.READ);
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** The file that tells how all the rest is laid out. */
  public Path formatFile() {
    return path.resolve(FORMAT_FILE);
  }

  /** Where records are. */
  public Path recordsDirectory() {
    return path.resolve("store");
  }

  /** The file of tokens and settings. */
  public Path controlFile() {
    return path.resolve("control.db");
  }

  /** The file of how far followed files were read. */
  public Path checkpointFile() {
    return path.resolve("followed");
  }

  /** Where libraries unpack what they need while they run. */
  public Path unpackDirectory() {
    return path.resolve("unpacked");
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
