package dev.winnow.storage.duckdb.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the names in directories survive a loss of power, and deletes files by name. */
public final class Directories {
  private Directories() {}

  /** Makes a directory unless it is there; its own name is durable on return. */
  public static void create(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      sync(parent);
    }
  }

  /** Deletes the files in a directory whose names match a pattern, if it is there. */
  public static void deleteFiles(Path directory, String glob) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (DirectoryIteratorException failed) {
        throw failed.getCause();
      }
    }
  }

  /** Makes the names in a directory durable: of files that were made, renamed or deleted. */
  public static void sync(Path directory) throws IOException {
    try (FileChannel self = FileChannel.open(directory, StandardOpenOption.READ)) {
      self.force(true);
    }
  }
}
