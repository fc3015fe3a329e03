package dev.winnow.server.files;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far files were read that are not followed just now: not met yet since the start, or not
 * readable. A mount may come late, but not for ever; what is forgotten is read from its start if it
 * comes back.
 */
final class MissingFiles {
  private static final Logger LOGGER = System.getLogger(MissingFiles.class.getName());
  private static final long PATIENCE = Duration.ofHours(1).toNanos();
  private static final int MOST = 1000;

  /** A checkpoint, and since when its file is missing. */
  private record Missing(Checkpoint checkpoint, long nanos) {}

  /** By the keys of the files; the one that is missing for the longest time is first. */
  private final Map<String, Missing> files = new LinkedHashMap<>();

  /** Takes note of a file that is missing from now on. */
  void add(Checkpoint checkpoint, long nanos) {
    files.put(checkpoint.key(), new Missing(checkpoint, nanos));
    if (files.size() > MOST) {
      forget(files.values().iterator().next());
    }
  }

  /** How far a file was read; null if it is not missing. */
  @Nullable Checkpoint find(String key) {
    Missing missing = files.get(key);
    return missing == null ? null : missing.checkpoint();
  }

  /** Takes note that a file is followed. */
  void found(String key) {
    files.remove(key);
  }

  /** Forgets those that have been missing for too long. */
  void expire(long nanos) {
    List.copyOf(files.values()).stream()
        .filter(missing -> nanos - missing.nanos() >= PATIENCE)
        .forEach(this::forget);
  }

  private void forget(Missing missing) {
    files.remove(missing.checkpoint().key());
    LOGGER.log(Level.WARNING, "{0} is not there; forgotten", missing.checkpoint().path());
  }

  /** Where they were seen last. */
  Set<Path> directories() {
    Set<Path> directories = new HashSet<>();
    for (Missing missing : files.values()) {
      directories.add(Path.of(missing.checkpoint().path()).resolveSibling(""));
    }
    return directories;
  }

  Collection<Checkpoint> checkpoints() {
    return files.values().stream().map(Missing::checkpoint).toList();
  }
}
