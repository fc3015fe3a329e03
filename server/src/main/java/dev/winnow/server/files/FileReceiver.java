package dev.winnow.server.files;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.FilesConfig;
import dev.winnow.server.receiver.Feed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the files that the configuration names. */
public final class FileReceiver implements AutoCloseable {
  /*
   * One thread reads in rounds: a piece of each file that has one, then the checkpoints, which say what
   * is on its way, then each piece goes to the store. What was on its way at a crash is read again,
   * and its batch has the identity that it had, so the store knows it if it has it.
   */

  private static final Logger LOGGER = System.getLogger(FileReceiver.class.getName());
  private static final long PAUSE_MILLIS = 250;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 1000;
  private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

  /** A look at a large tree takes long; the next begins so many times later. */
  private static final int SHARE_OF_LOOKS = 10;

  /** What is on its way at once, after the first piece. */
  private static final int ROUND_BYTES = 4 << 20;

  private final FilesConfig config;
  private final FileTroubles troubles;
  private final FollowedFiles files;
  private final CheckpointFile checkpoints;
  private final PieceReader reader;
  private final Feed feed;
  private long nextLook = System.nanoTime();
  private final Thread thread = Thread.ofPlatform().daemon().name("files").unstarted(this::run);

  /**
   * A receiver; it begins with {@link #start}.
   *
   * @param checkpointFile where it keeps how far it has read
   * @param clock when lines are seen
   */
  public FileReceiver(
      FilesConfig config,
      Path checkpointFile,
      Feed feed,
      InstantSource clock,
      MeterRegistry metrics) {
    this.config = config;
    this.feed = feed;
    troubles = new FileTroubles(metrics);
    files = new FollowedFiles(config, clock, troubles);
    checkpoints = new CheckpointFile(checkpointFile);
    reader = new PieceReader(config.tenant(), clock);
    Gauge.builder("winnow.files.followed", files, FollowedFiles::count)
        .description("Files that are followed")
        .register(metrics);
  }

  /** Begins to follow, where there is anything to follow. */
  public void start() {
    if (!config.paths().isEmpty()) {
      files.resume(checkpoints.load(), System.nanoTime());
      thread.start();
    }
  }

  /** What keeps files from being followed, for everybody to read; nothing if all is well. */
  public Optional<String> trouble() {
    return troubles.summary();
  }

  private void run() {
    boolean isEnding = false;
    while (!isEnding) {
      isEnding = feed.pause(round());
    }
    end();
  }

  /** Reads and stores a piece of each file that has one; returns how long to wait then. */
  private long round() {
    try {
      lookFromTimeToTime();
      List<GrowingFile> ready = files.readPieces(ROUND_BYTES, System.nanoTime());
      if (!ready.isEmpty()) {
        checkpoints.save(files.checkpoints());
        store(ready);
      }
      troubles.resume();
      return ready.isEmpty() ? PAUSE_MILLIS : 0;
    } catch (RuntimeException failure) {
      troubles.stop(failure);
      return PAUSE_AFTER_FAILURE_MILLIS;
    }
  }

  private void lookFromTimeToTime() {
    long began = System.nanoTime();
    if (began - nextLook >= 0) {
      files.look(began);
      long now = System.nanoTime();
      nextLook = now + Math.max(BETWEEN_LOOKS, SHARE_OF_LOOKS * (now - began));
    }
  }

  /** Stores each for itself, so that none keeps the others from the store. */
  private void store(List<GrowingFile> ready) {
    List<RuntimeException> failures = new ArrayList<>();
    for (GrowingFile file : ready) {
      try {
        store(file);
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private void store(GrowingFile file) {
    if (feed.storeOrLeave(PieceReader.RECEIVER, reader.read(file))) {
      file.stored();
    }
  }

  private void end() {
    try {
      checkpoints.save(files.checkpoints());
    } catch (WinnowException failure) {
      LOGGER.log(Level.WARNING, "some of the followed files may be read again", failure);
    }
    files.close();
  }

  /** Waits until nothing is on its way any more; the feed has to be closed before. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }
}
