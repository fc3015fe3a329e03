package dev.winnow.server.files;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens files, and waits for none of them for long. */
final class FileOpener {
  /*
   * Who opens a pipe waits until somebody writes to it, and what was a file a moment ago may be one
   * now. So another thread opens, which stays behind if it must, and closes what it gets too late.
   */

  private static final Logger LOGGER = System.getLogger(FileOpener.class.getName());

  /** Beyond this, nothing is opened until one of those that stayed behind comes back. */
  private static final int MAX_BEHIND = 16;

  /** What came of opening a file: its channel, or why there is none. */
  private interface Opened {
    FileChannel channel() throws IOException;
  }

  private final Duration patience;
  private final Semaphore room = new Semaphore(MAX_BEHIND);

  /** An opener that waits for a file for so long. */
  FileOpener(Duration patience) {
    this.patience = patience;
  }

  /**
   * Opens a file to read.
   *
   * @throws IOException if it cannot be opened
   * @throws WinnowException if it does not open, with {@code INPUT_NOT_READABLE}
   */
  FileChannel open(Path path) throws IOException {
    SynchronousQueue<Opened> handover = new SynchronousQueue<>();
    if (!room.tryAcquire()) {
      throw doesNotOpen();
    }
    Thread.ofPlatform().daemon().name("open " + path).start(() -> open(path, handover));
    Opened opened = await(handover);
    if (opened == null) {
      throw doesNotOpen();
    }
    return opened.channel();
  }

  private void open(Path path, SynchronousQueue<Opened> handover) {
    try {
      Opened opened = attempt(path);
      boolean isTaken = handover.offer(opened, patience.toNanos(), TimeUnit.NANOSECONDS);
      if (!isTaken) {
        opened.channel().close();
      }
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "a file that opened late was not closed", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      room.release();
    }
  }

  private static Opened attempt(Path path) {
    try {
      FileChannel channel = FileChannel.open(path);
      return () -> channel;
    } catch (IOException failure) {
      return () -> {
        throw failure;
      };
    }
  }

  private @Nullable Opened await(SynchronousQueue<Opened> handover) {
    try {
      return handover.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static WinnowException doesNotOpen() {
    return new WinnowException(
        ErrorCode.INPUT_NOT_READABLE, "it does not open, as a pipe to which nobody writes");
  }
}
