package dev.winnow.cli.analyze;

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
   * @throws IOException if that cannot be done, with a message for the user
   */
  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe cannot be replaced.
        Files.write(path, bytes);
      } else {
        replace(bytes);
      }
    } catch (NoSuchFileException missing) {
      throw new IOException(path + " could not be written: its directory does not exist", missing);
    } catch (AccessDeniedException denied) {
      throw new IOException(path + " could not be written: this user may not", denied);
    } catch (IOException failure) {
      throw new IOException(path + " could not be written: " + failure.getMessage(), failure);
    }
  }

  private void replace(byte[] bytes) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    if (directory == null || name == null) {
      throw new IOException("it is no name of a file");
    }
    // Made with the rights that the user's files usually have, unlike a temporary file.
    Path draft = directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
