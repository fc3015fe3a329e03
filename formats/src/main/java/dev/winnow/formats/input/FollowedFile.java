package dev.winnow.formats.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is written to the file at a path, whichever file that is. */
final class FollowedFile implements ReadableByteChannel {
  /*
   * The open file is read to its end; then, once in a pause, the path is looked at. If the open file
   * has become shorter than what was read of it, it was truncated, and is read from its start. If
   * another file lies at the path, the open one was rotated. Its writer may go on with it for a while,
   * until it is told to reopen, so the open file is left only when the new one has content, and the old
   * one had nothing more after one more pause.
   *
   * Lines: LineReader keeps an unfinished line until the rest comes. A line feed is put in between
   * where a file is left in the middle of a line, so that the lines of two files never run together.
   *
   * Limits: what is written and truncated, or rotated twice, within one pause is not seen; nor is a
   * truncation after which the file grows beyond its former length within one pause.
   */

  private final Path path;
  private final Pause pause;
  private @Nullable FileChannel file;
  private @Nullable Object key;
  private int last = '\n';
  private boolean leaving;
  private boolean closed;

  FollowedFile(Path path, Pause pause) {
    this.path = path;
    this.pause = pause;
  }

  /** Reads what is there; if nothing is, waits for one pause and returns 0. */
  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      FileChannel open = file == null ? open() : file;
      int read = open == null ? 0 : readOn(open, target);
      if (read > 0) {
        leaving = false;
        return read;
      }
      if (open != null && turn(open)) {
        return finishLine(target);
      }
      pause.await();
      return 0;
    } catch (ClosedByInterruptException | InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private @Nullable FileChannel open() throws IOException {
    try {
      Object before = attributes().fileKey();
      FileChannel opened = FileChannel.open(path);
      if (!Objects.equals(before, attributes().fileKey())) {
        // It was replaced between the two looks.
        opened.close();
        return null;
      }
      key = before;
      file = opened;
      return opened;
    } catch (NoSuchFileException notYet) {
      return null;
    }
  }

  private int readOn(FileChannel open, ByteBuffer target) throws IOException {
    int start = target.position();
    boolean begins = open.position() == 0;
    int read = open.read(target);
    if (read > 0) {
      last = target.get(target.position() - 1);
      return begins ? begin(target, start) : read;
    }
    return 0;
  }

  /** Refuses what is no text, and takes out the mark that it may begin with. */
  private int begin(ByteBuffer target, int start) {
    int from = target.arrayOffset() + start;
    int to = target.arrayOffset() + target.position();
    Content.requireText(path.toString(), target.array(), from, to);
    int mark = Content.markLength(target.array(), from, to);
    System.arraycopy(target.array(), from + mark, target.array(), from, to - from - mark);
    target.position(target.position() - mark);
    return target.position() - start;
  }

  /** Turns to where new content begins, if there is such a place. */
  private boolean turn(FileChannel open) throws IOException {
    if (open.size() < open.position()) {
      open.position(0);
      return true;
    }
    if (!isReplaced()) {
      leaving = false;
      return false;
    }
    if (!leaving) {
      leaving = true;
      return false;
    }
    leaving = false;
    open.close();
    file = null;
    return true;
  }

  /** Whether another file lies at the path, and has content. */
  private boolean isReplaced() throws IOException {
    try {
      BasicFileAttributes current = attributes();
      return !Objects.equals(current.fileKey(), key) && current.size() > 0;
    } catch (NoSuchFileException moved) {
      return false;
    }
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  private int finishLine(ByteBuffer target) {
    if (last == '\n') {
      return 0;
    }
    last = '\n';
    target.put((byte) '\n');
    return 1;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    if (file != null) {
      file.close();
    }
  }
}
