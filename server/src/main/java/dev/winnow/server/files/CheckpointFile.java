package dev.winnow.server.files;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps checkpoints in a file, which there is all of or nothing whenever the machine stops. */
final class CheckpointFile {
  private static final Logger LOGGER = System.getLogger(CheckpointFile.class.getName());
  private static final int FIELDS = 7;

  private final Path file;
  private final Path fresh;

  CheckpointFile(Path file) {
    this.file = file;
    fresh = file.resolveSibling(file.getFileName() + ".new");
  }

  /** What was saved last; a line that is damaged is left out, which is said. */
  List<Checkpoint> load() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", 0)) {
          read(line, checkpoints);
        }
      }
    } catch (IOException failure) {
      throw unusable(failure);
    }
    return checkpoints;
  }

  private void read(String line, List<Checkpoint> checkpoints) {
    try {
      String[] fields = line.split("\t", FIELDS);
      checkpoints.add(
          new Checkpoint(
              new String(fields[6].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
              fields[0],
              Long.parseLong(fields[1]),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]),
              Integer.parseInt(fields[4]),
              Long.parseLong(fields[5])));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
      LOGGER.log(Level.WARNING, file + " is damaged; some file may be read again: " + line);
    }
  }

  /** Saves checkpoints; they are durable on return. */
  void save(Collection<Checkpoint> checkpoints) {
    StringBuilder text = new StringBuilder();
    for (Checkpoint each : checkpoints) {
      text.append(each.key()).append('\t').append(each.since()).append('\t');
      text.append(each.begin()).append('\t').append(each.end()).append('\t');
      text.append(each.headBytes()).append('\t').append(each.head()).append('\t');
      text.append(each.path().replace('\n', '?')).append('\n');
    }
    try {
      Files.writeString(fresh, text);
      force(fresh, StandardOpenOption.WRITE);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      // A rename is durable when the directory is.
      force(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
    } catch (IOException failure) {
      throw unusable(failure);
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private WinnowException unusable(IOException failure) {
    return new WinnowException(
        ErrorCode.STORAGE_UNAVAILABLE,
        "the checkpoints of followed files cannot be kept in " + file,
        failure);
  }
}
