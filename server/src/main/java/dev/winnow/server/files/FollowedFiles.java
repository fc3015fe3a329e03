package dev.winnow.server.files;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.FilesConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that are followed, wherever they lie by now. Used by one thread. */
final class FollowedFiles {
  /** Beyond this, files are left alone, which is said. */
  private static final int MAX_FILES = 1000;

  /** Beside a file that is missing, so many are looked at. */
  private static final int MAX_BESIDE = 10_000;

  private final FileSearch search;
  private final LinkRule links;
  private final FileTroubles troubles;
  private final InstantSource clock;

  /** What is followed, by the keys of the files; the one that was read longest ago is first. */
  private final Map<String, GrowingFile> files = new LinkedHashMap<>();

  private final MissingFiles missing = new MissingFiles();
  private volatile int count;

  FollowedFiles(FilesConfig config, InstantSource clock, FileTroubles troubles) {
    search = new FileSearch(config);
    links = new LinkRule(search.starts(), config.linkTargets());
    this.clock = clock;
    this.troubles = troubles;
  }

  /** Goes on where a process ended. */
  void resume(List<Checkpoint> checkpoints, long nanos) {
    checkpoints.forEach(each -> missing.add(each, nanos));
  }

  /** How many are followed. Any thread may ask. */
  int count() {
    return count;
  }

  /** Looks for files that are new, or lie elsewhere. */
  void look(long nanos) {
    Set<Path> found = search.find();
    troubles.retain(path -> found.contains(path) || search.cutShort().contains(path));
    for (Path start : search.cutShort()) {
      troubles.fail(
          start,
          "it holds more than the %d files that are looked at".formatted(FileSearch.MAX_LOOKED_AT));
    }
    for (Path path : found) {
      attempt(path, () -> meet(path));
    }
    // What is not where it should be was moved aside while nobody looked.
    for (Path directory : missing.directories()) {
      attempt(directory, () -> findMoved(directory));
    }
    missing.expire(nanos);
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
    } catch (IOException | WinnowException failure) {
      troubles.fail(path, "it cannot be read: " + failure);
    }
  }

  private void meet(Path path) throws IOException {
    GrowingFile known = files.get(keyAt(path));
    if (known == null) {
      try (PinnedFile pinned = PinnedFile.of(path)) {
        meet(path, pinned);
      }
    } else {
      if (!known.isAtPath()) {
        known.moved(path);
      }
      troubles.forget(path);
    }
  }

  private static String keyAt(Path path) throws IOException {
    return GrowingFile.keyOf(Files.readAttributes(path, BasicFileAttributes.class), path);
  }

  private void meet(Path path, PinnedFile pinned) throws IOException {
    BasicFileAttributes attributes = pinned.attributes();
    String key = GrowingFile.keyOf(attributes, path);
    if (!attributes.isRegularFile()) {
      troubles.leaveOut(path, attributes.isDirectory() ? "it is a directory" : "it is no file");
    } else if (!links.allows(pinned.realPath())) {
      troubles.leaveOut(
          path, "it lies in a directory that receivers.files.link_targets does not name");
    } else if (files.size() >= MAX_FILES) {
      troubles.fail(path, "more than %d files are followed".formatted(MAX_FILES));
    } else if (attributes.size() > 0 && !files.containsKey(key)) {
      follow(path, key, pinned.open());
    }
  }

  private void follow(Path path, String key, FileChannel channel) throws IOException {
    Checkpoint before = missing.find(key);
    GrowingFile file = new GrowingFile(path, channel, before == null ? start(path, key) : before);
    boolean isFollowed = false;
    try {
      isFollowed = isFollowable(file, before);
    } finally {
      if (!isFollowed) {
        file.close();
      }
    }
    if (isFollowed) {
      missing.found(key);
      files.put(key, file);
      count = files.size();
    }
  }

  private Checkpoint start(Path path, String key) {
    return new Checkpoint(path.toString(), key, clock.millis(), 0, 0, 0, 0);
  }

  /** Whether it is text, as far as it is new. */
  private boolean isFollowable(GrowingFile file, @Nullable Checkpoint before) throws IOException {
    if (before != null) {
      file.readAgain();
      return true;
    }
    String content = file.content();
    if (!content.isEmpty()) {
      troubles.leaveOut(file.path(), "it is %s, and only text can be followed".formatted(content));
    }
    return content.isEmpty();
  }

  private void findMoved(Path directory) throws IOException {
    try (Stream<Path> beside = Files.list(directory)) {
      for (Path other : beside.limit(MAX_BESIDE).toList()) {
        if (Files.isRegularFile(other) && missing.find(keyAt(other)) != null) {
          attempt(other, () -> meet(other));
        }
      }
    }
  }

  /** Reads a piece of each file that has one, until those are so many bytes together. */
  List<GrowingFile> readPieces(int bytes, long nanos) {
    List<GrowingFile> ready = new ArrayList<>();
    int read = 0;
    for (GrowingFile file : List.copyOf(files.values())) {
      if (read < bytes && isReady(file, nanos)) {
        ready.add(file);
        read += file.piece().length;
        files.remove(file.key());
        files.put(file.key(), file);
      }
    }
    return ready;
  }

  private boolean isReady(GrowingFile file, long nanos) {
    try {
      if (file.piece().length > 0 || file.readNext(clock.instant(), nanos)) {
        return true;
      }
      if (file.isLeft(nanos)) {
        leave(file);
      }
    } catch (IOException failure) {
      troubles.fail(file.path(), "it cannot be read any further: " + failure);
      missing.add(file.checkpoint(), nanos);
      leave(file);
    }
    return false;
  }

  private void leave(GrowingFile file) {
    files.remove(file.key());
    count = files.size();
    attempt(file.path(), file::close);
  }

  /** How far each was read. */
  List<Checkpoint> checkpoints() {
    return Stream.concat(
            files.values().stream().map(GrowingFile::checkpoint), missing.checkpoints().stream())
        .toList();
  }

  void close() {
    files.values().forEach(file -> attempt(file.path(), file::close));
  }
}
