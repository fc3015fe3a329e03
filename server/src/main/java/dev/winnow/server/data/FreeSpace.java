package dev.winnow.server.data;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Whether the disk of the data directory has room for more than what was accepted already. */
public final class FreeSpace {
  /** Asking the file system costs a system call, and a second's intake fits into the reserve. */
  private static final long RECHECK_MILLIS = 1000;

  private final FileStore disk;
  private final long least;
  private final InstantSource clock;
  private final AtomicLong checkedAt;
  private volatile long usable;

  private FreeSpace(FileStore disk, long least, InstantSource clock) {
    this.disk = disk;
    this.least = least;
    this.clock = clock;
    this.checkedAt = new AtomicLong(clock.millis());
    this.usable = read();
  }

  /**
   * The space of the disk on which {@code directory} lies.
   *
   * @param least what must stay free, in bytes
   */
  public static FreeSpace of(Path directory, long least, InstantSource clock) {
    try {
      return new FreeSpace(Files.getFileStore(directory), least, clock);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE, "the disk of " + directory + " is unknown", failure);
    }
  }

  /** What was left a second ago or less. */
  public long bytes() {
    long now = clock.millis();
    long checked = checkedAt.get();
    if (Math.abs(now - checked) >= RECHECK_MILLIS && checkedAt.compareAndSet(checked, now)) {
      usable = read();
    }
    return usable;
  }

  /** Why no more can be taken in; empty if it can. */
  public Optional<String> shortage() {
    long left = bytes();
    return left >= least
        ? Optional.empty()
        : Optional.of(
            "the disk has %d bytes left, of which %d are kept free (data.min_free)"
                .formatted(left, least));
  }

  /**
   * Lets pass only while there is room.
   *
   * @throws WinnowException with {@code DISK_NEARLY_FULL} otherwise
   */
  public void requireForIntake() {
    shortage()
        .ifPresent(reason -> {
          throw new WinnowException(ErrorCode.DISK_NEARLY_FULL, reason);
        });
  }

  /** A disk that cannot be asked has no room. */
  private long read() {
    try {
      return disk.getUsableSpace();
    } catch (IOException gone) {
      return 0;
    }
  }
}
