package dev.winnow.storage.duckdb.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the names in directories survive a loss of power. */
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

  /** Makes the names in a directory durable: of files that were made, renamed or deleted. */
  public static void sync(Path directory) throws IOException {
    try (FileChannel self = FileChannel.open(directory, StandardOpenOption.READ)) {
      self.force(true);
    }
  }
}
