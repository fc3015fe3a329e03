package dev.winnow.storage.duckdb.log;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.disk.Pieces;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a segment in order, up to the end or to the first that is not whole. */
final class SegmentReader implements Closeable {
  /*
   * A frame that is not whole is either torn, as the process ended while its group was written, or
   * was damaged later. Groups are synced one after the other, and each frame names the first of its
   * group. So a torn frame is followed by frames of its own group at most: if a whole frame of a
   * later group comes behind, what is broken had been durable. The search for such a frame looks at
   * every byte, as lengths cannot be trusted, and at each only as far as the mark reaches. It goes
   * through the texts of torn records, too: only the salt keeps whoever wrote these from making the
   * log look damaged, and the server not start. A segment has its own, synced before any frame.
   */
  private static final int WINDOW_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final @Nullable SegmentHeader header;
  private long next;
  private long position;

  SegmentReader(Path file, long firstSequence) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
    header = SegmentHeader.read(ByteBuffer.wrap(bytes(0, SegmentHeader.BYTES)));
    position = header == null ? 0 : SegmentHeader.BYTES;
    next = firstSequence;
  }

  /** What the segment begins with; null if not even that is whole. */
  @Nullable SegmentHeader header() {
    return header;
  }

  /** The payload of the next frame; null if there is no whole one. */
  byte @Nullable [] next() throws IOException {
    if (header == null) {
      return null;
    }
    ByteBuffer start = ByteBuffer.wrap(bytes(position, LogFrame.HEADER_BYTES));
    LogFrame frame = LogFrame.read(start, 0, header.salt());
    if (frame == null || frame.sequence() != next || frame.length() < 0) {
      return null;
    }
    long from = position + LogFrame.HEADER_BYTES;
    if (from + frame.length() > size) {
      return null;
    }
    byte[] payload = bytes(from, frame.length());
    if (!frame.fits(payload)) {
      return null;
    }
    position = from + frame.length();
    next++;
    return payload;
  }

  /** The sequence that the next frame has. */
  long nextSequence() {
    return next;
  }

  /** Where the frames that were read end. */
  long position() {
    return position;
  }

  boolean isAtEnd() {
    return position == size;
  }

  /** Whether what follows, which is not a whole frame, had been durable once. */
  boolean isDamaged() throws IOException {
    if (header == null) {
      return size > SegmentHeader.BYTES;
    }
    long step = WINDOW_BYTES - LogFrame.HEADER_BYTES;
    for (long from = position; from < size; from += step) {
      ByteBuffer window = ByteBuffer.wrap(bytes(from, WINDOW_BYTES));
      for (int at = 0; at < window.limit(); at++) {
        LogFrame frame = LogFrame.read(window, at, header.salt());
        if (frame != null && frame.group() > next) {
          return true;
        }
      }
    }
    return false;
  }

  /** That a frame which had been durable is not whole. */
  WinnowException damaged() {
    return LogDirectory.corrupt(file + " is damaged at byte " + position + ", frame " + next);
  }

  /** What is there from {@code from} on, as many bytes as there are. */
  private byte[] bytes(long from, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.min(length, Math.max(0, size - from))];
    Pieces.read(channel, from, bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
