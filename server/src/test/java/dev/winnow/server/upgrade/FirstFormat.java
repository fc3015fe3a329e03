package dev.winnow.server.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The data directory of the first format. */
public final class FirstFormat {
  private FirstFormat() {}

  /** Makes a copy of it. */
  public static void unpackInto(Path directory) throws IOException {
    try (InputStream file = FirstFormat.class.getResourceAsStream("format-1.zip");
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = directory.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.copy(zip, target);
      }
    }
  }
}
