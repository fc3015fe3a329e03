package dev.winnow.server.files;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.FilesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The files that are followed, wherever they lie by now. Used by one thread. */
final class FollowedFiles {
  /** Beyond this, files are left alone, which is said. */
  private static final int MAX_FILES = 1000;

  /** For how long a file may open. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final FileSearch search;
  private final FileOpener opener = new FileOpener(PATIENCE);
  private final FileTroubles troubles;
  private final InstantSource clock;

  /** What is followed, by the keys of the files; the one that was read longest ago is first. */
  private final Map<String, GrowingFile> files = new LinkedHashMap<>();

  /** Those that were followed before the process began, and were not met yet. */
  private final Map<String, Checkpoint> unresolved = new HashMap<>();

  private volatile int count;

  FollowedFiles(FilesConfig config, InstantSource clock, FileTroubles troubles) {
    search = new FileSearch(config);
    this.clock = clock;
    this.troubles = troubles;
  }

  /** Goes on where a process ended. */
  void resume(List<Checkpoint> checkpoints) {
    checkpoints.forEach(each -> unresolved.put(each.key(), each));
  }

  /** How many are followed. Any thread may ask. */
  int count() {
    return count;
  }

  /**
   * Looks for files that are new, or lie elsewhere.
   *
   * @return those with a piece that was on its way when the process ended
   */
  List<GrowingFile> look() {
    List<GrowingFile> interrupted = new ArrayList<>();
    Set<Path> found = search.find();
    troubles.retain(found);
    for (Path path : found) {
      attempt(path, () -> meet(path, interrupted));
    }
    // What is not where it should be was moved aside while nobody looked.
    for (Checkpoint lost : List.copyOf(unresolved.values())) {
      Path path = Path.of(lost.path());
      attempt(path, () -> findBeside(path, lost.key(), interrupted));
      unresolved.remove(lost.key());
    }
    return interrupted;
  }

  /** Something with files that may fail. */
  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Path path, Attempt attempt) {
    try {
      attempt.run();
    } catch (NoSuchFileException gone) {
      troubles.forget(path); // It was there a moment ago, as it is with logs.
    } catch (IOException failure) {
      troubles.fail(path, "it cannot be read: " + failure);
    } catch (WinnowException unreadable) {
      troubles.fail(path, String.valueOf(unreadable.getMessage()));
    }
  }

  private void meet(Path path, List<GrowingFile> interrupted) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    String key = GrowingFile.keyOf(attributes, path);
    GrowingFile known = files.get(key);
    if (known != null) {
      known.moved(path);
      troubles.forget(path);
    } else if (!attributes.isRegularFile()) {
      troubles.leaveOut(path, attributes.isDirectory() ? "it is a directory" : "it is no file");
    } else if (files.size() >= MAX_FILES) {
      troubles.leaveOut(path, "more than %d files are followed".formatted(MAX_FILES));
    } else if (attributes.size() > 0) {
      follow(path, key, interrupted);
    }
  }

  private void follow(Path path, String key, List<GrowingFile> interrupted) throws IOException {
    Checkpoint before = unresolved.remove(key);
    GrowingFile file =
        before == null
            ? GrowingFile.open(path, key, clock.instant(), opener)
            : GrowingFile.open(path, before, opener);
    if (file == null) {
      return; // Another has taken its path; the next look meets that.
    }
    String content = before == null ? file.content() : "";
    if (!content.isEmpty()) {
      file.close();
      troubles.leaveOut(path, "it is %s, and only text can be followed".formatted(content));
      return;
    }
    files.put(key, file);
    count = files.size();
    troubles.forget(path);
    if (file.isInterrupted() && file.readAgain()) {
      interrupted.add(file);
    }
  }

  private void findBeside(Path path, String key, List<GrowingFile> interrupted) throws IOException {
    try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
      for (Path other : beside.limit(MAX_FILES).toList()) {
        if (Files.isRegularFile(other)
            && GrowingFile.keyOf(Files.readAttributes(other, BasicFileAttributes.class), other)
                .equals(key)) {
          meet(other, interrupted);
        }
      }
    }
  }

  /** Reads a piece of each file that has one, until those are so many bytes together. */
  List<GrowingFile> readPieces(int bytes) {
    List<GrowingFile> ready = new ArrayList<>();
    int read = 0;
    for (Map.Entry<String, GrowingFile> entry : List.copyOf(files.entrySet())) {
      GrowingFile file = entry.getValue();
      if (read < bytes && isReady(entry.getKey(), file)) {
        ready.add(file);
        read += file.piece().length;
        files.remove(entry.getKey());
        files.put(entry.getKey(), file);
      }
    }
    return ready;
  }

  private boolean isReady(String key, GrowingFile file) {
    try {
      if (file.piece().length > 0 || file.readNext(clock.instant())) {
        return true;
      }
      if (file.isLeft()) {
        leave(key, file);
      }
    } catch (IOException failure) {
      troubles.fail(file.path(), "it cannot be read any further: " + failure);
      leave(key, file);
    }
    return false;
  }

  private void leave(String key, GrowingFile file) {
    files.remove(key);
    count = files.size();
    attempt(file.path(), file::close);
  }

  /** How far each was read. */
  List<Checkpoint> checkpoints() {
    return Stream.concat(
            files.values().stream().map(GrowingFile::checkpoint), unresolved.values().stream())
        .toList();
  }

  void close() {
    files.values().forEach(file -> attempt(file.path(), file::close));
  }
}
