package dev.winnow.server.files;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What keeps files from being followed. Each is said once in the log, and counted while it lasts.
 */
final class FileTroubles {
  private static final Logger LOGGER = System.getLogger(FileTroubles.class.getName());

  /** Beyond this, paths are neither remembered nor said. */
  private static final int MAX_PATHS = 1000;

  /** Whether what lies at a path should be followed and cannot be, or is none that could. */
  private final Map<Path, Boolean> isFailing = new ConcurrentHashMap<>();

  private volatile String ofAll = "";

  FileTroubles(MeterRegistry metrics) {
    Gauge.builder("winnow.files.failing", this, troubles -> (double) troubles.count(true))
        .description("Files that are to be followed and cannot be read")
        .register(metrics);
    Gauge.builder("winnow.files.left.out", this, troubles -> (double) troubles.count(false))
        .description("What lies at the paths of followed files and is no text file")
        .register(metrics);
  }

  private long count(boolean failing) {
    return isFailing.values().stream().filter(each -> each == failing).count();
  }

  /** Takes note of something that is no file to follow. */
  void leaveOut(Path path, String reason) {
    say(path, false, reason);
  }

  /** Takes note of a file that cannot be read. */
  void fail(Path path, String reason) {
    say(path, true, reason);
  }

  private void say(Path path, boolean failing, String reason) {
    boolean isNew = !isFailing.containsKey(path);
    if (isNew && isFailing.size() < MAX_PATHS) {
      LOGGER.log(Level.WARNING, "{0} is not followed: {1}", path, reason);
    }
    if (!isNew || isFailing.size() < MAX_PATHS) {
      isFailing.put(path, failing);
    }
  }

  /** Takes note that a file is followed, or no longer there. */
  void forget(Path path) {
    isFailing.remove(path);
  }

  /** Takes note that there is nothing at any other paths than these. */
  void retain(Set<Path> paths) {
    isFailing.keySet().retainAll(paths);
  }

  /** Takes note of what keeps all files from being followed; nothing if that is over. */
  void stop(String reason) {
    ofAll = reason;
  }

  /** What people should know; nothing if all is well. */
  Optional<String> summary() {
    long failing = count(true);
    if (!ofAll.isEmpty()) {
      return Optional.of(ofAll);
    }
    return failing == 0
        ? Optional.empty()
        : Optional.of(failing + " cannot be read, as the log of the server tells");
  }
}
