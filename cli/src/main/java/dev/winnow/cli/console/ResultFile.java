package dev.winnow.cli.console;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that a result is written to. What was there stays until the new one is complete. */
public final class ResultFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final boolean isSecret;

  /** A file with the rights that the user's files usually have. */
  public ResultFile(Path path) {
    this(path, false);
  }

  private ResultFile(Path path, boolean isSecret) {
    this.path = path;
    this.isSecret = isSecret;
  }

  /** A file that only its owner may read and write. */
  public static ResultFile secret(Path path) {
    return new ResultFile(path, true);
  }

  /** Writes a result. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a text; it fails as {@link #write(Content)} does. */
  public void write(String text) {
    write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes the result. If that fails, also because of the content, nothing of it is left.
   *
   * @throws WinnowException if it cannot be written
   */
  public void write(Content content) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe cannot be replaced.
        write(content, path, StandardOpenOption.WRITE);
      } else {
        replace(content);
      }
    } catch (NoSuchFileException missing) {
      throw unwritable("its directory does not exist", missing);
    } catch (AccessDeniedException denied) {
      throw unwritable("this user may not", denied);
    } catch (ClosedByInterruptException end) {
      throw unwritable("interrupted", end);
    } catch (IOException failure) {
      throw unwritable(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static void write(Content content, Path target, OpenOption... how) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, how)) {
      content.writeTo(out);
    }
  }

  private void replace(Content content) throws IOException {
    long process = ProcessHandle.current().pid();
    Path draft = path.resolveSibling("." + path.getFileName() + "." + process + ".part");
    try {
      make(draft);
      write(content, draft, StandardOpenOption.WRITE);
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void make(Path draft) throws IOException {
    boolean isPosix = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (isSecret && isPosix) {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(draft);
    }
  }

  private WinnowException unwritable(String why, IOException cause) {
    return new WinnowException(
        ErrorCode.OUTPUT_NOT_WRITABLE, path + " could not be written: " + why, cause);
  }
}
