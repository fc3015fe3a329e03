package dev.winnow.server.files;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What keeps files from being followed. Each is said once in the log, and counted while it lasts.
 */
final class FileTroubles {
  private static final Logger LOGGER = System.getLogger(FileTroubles.class.getName());

  /** Beyond this, paths are neither remembered nor said. */
  private static final int MAX_PATHS = 1000;

  /** Whether what lies at a path should be followed and cannot be, or is none that could. */
  private final Map<Path, Boolean> isFailing = new ConcurrentHashMap<>();

  private volatile boolean isStopped;

  FileTroubles(MeterRegistry metrics) {
    Gauge.builder("winnow.files.failing", this, troubles -> (double) troubles.count(true))
        .description("Files that are to be followed and cannot be read")
        .register(metrics);
    Gauge.builder("winnow.files.left.out", this, troubles -> (double) troubles.count(false))
        .description("What lies at the paths of followed files and is no text, or behind a link")
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

  /** Takes note that there is nothing at any other paths than those. */
  void retain(Predicate<Path> isThere) {
    isFailing.keySet().removeIf(isThere.negate());
  }

  /** Takes note of what keeps files from the store. */
  void stop(RuntimeException failure) {
    if (!isStopped) {
      LOGGER.log(Level.ERROR, "followed files cannot be stored; tried again", failure);
    }
    isStopped = true;
  }

  /** Takes note that nothing does. */
  void resume() {
    isStopped = false;
  }

  /** What people should know; nothing if all is well. */
  Optional<String> summary() {
    if (isStopped) {
      return Optional.of("they cannot be stored, as the log of the server tells");
    }
    long failing = count(true);
    return failing == 0
        ? Optional.empty()
        : Optional.of(failing + " cannot be read, as the log of the server tells");
  }
}
