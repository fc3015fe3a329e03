package dev.winnow.server.backup;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.data.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * That a data directory was made of a backup.
 *
 * @param directory where it is
 * @param time when the backup was made
 * @param bytes how much all its files hold
 */
public record Restoration(Path directory, String time, long bytes) {
  /**
   * Makes a data directory of a backup. After a failure, and whenever the process ends, there is
   * nothing that looks like one.
   *
   * @param progress told how many bytes of the archive were read so far
   * @throws WinnowException if the directory holds something ({@code data_directory_unusable}) or
   *     is in use, or the backup is not whole ({@code backup_unusable})
   */
  public static Restoration of(InputStream archive, Path directory, LongConsumer progress) {
    try (DataDirectory data = DataDirectory.openEmpty(directory)) {
      try {
        delete(data.draft());
        Files.createDirectory(data.draft());
        Manifest manifest = new ArchiveReader(archive, progress).unpack(data.draft());
        data.fill();
        return new Restoration(data.path(), manifest.time(), manifest.bytes());
      } finally {
        delete(data.draft());
      }
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE,
          "nothing can be restored to %s: %s".formatted(directory, failure.getMessage()),
          failure);
    }
  }

  /** What a restoration that was interrupted has left. */
  private static void delete(Path draft) throws IOException {
    if (Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(draft)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
    }
  }
}
