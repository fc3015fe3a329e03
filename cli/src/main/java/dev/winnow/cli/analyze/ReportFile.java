package dev.winnow.cli.analyze;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that a report is written to. What was there stays until the new one is complete. */
final class ReportFile {
  private final Path path;

  ReportFile(Path path) {
    this.path = path;
  }

  /**
   * Writes the report.
   *
   * @throws WinnowException if that cannot be done
   */
  void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe cannot be replaced.
        Files.write(path, bytes);
      } else {
        replace(bytes);
      }
    } catch (NoSuchFileException missing) {
      throw unwritable("its directory does not exist", missing);
    } catch (AccessDeniedException denied) {
      throw unwritable("this user may not", denied);
    } catch (IOException failure) {
      throw unwritable(String.valueOf(failure.getMessage()), failure);
    }
  }

  private void replace(byte[] bytes) throws IOException {
    // Made with the rights that the user's files usually have, unlike a temporary file.
    long process = ProcessHandle.current().pid();
    Path draft = path.resolveSibling("." + path.getFileName() + "." + process + ".part");
    try {
      Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private WinnowException unwritable(String why, IOException cause) {
    return new WinnowException(
        ErrorCode.OUTPUT_NOT_WRITABLE, path + " could not be written: " + why, cause);
  }
}
