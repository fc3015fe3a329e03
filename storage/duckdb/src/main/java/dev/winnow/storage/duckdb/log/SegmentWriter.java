package dev.winnow.storage.duckdb.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds groups of frames to a segment. After a failure the segment ends where it did before, at the
 * latest once the next group is written.
 */
final class SegmentWriter implements Closeable {
  /** From which size on a buffer makes no write faster. */
  static final int BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final SegmentHeader header;
  private long end;
  private boolean isTorn;

  /**
   * Goes on behind {@code end}; what is there is cut off.
   *
   * @param buffer direct memory through which all goes, nobody else's meanwhile; for what lies on
   *     the heap, the JDK would keep as much of its own as the largest group takes
   */
  SegmentWriter(Path file, SegmentHeader header, long end, ByteBuffer buffer) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    this.buffer = buffer;
    this.header = header;
    this.end = end;
    this.isTorn = channel.size() > end;
    cutTorn();
  }

  SegmentHeader header() {
    return header;
  }

  /** Writes frames and syncs them. */
  void write(ByteBuffer[] frames) throws IOException {
    cutTorn();
    if (end == 0) {
      add(header.bytes());
    }
    add(frames);
  }

  private void add(ByteBuffer... bytes) throws IOException {
    isTorn = true;
    channel.position(end);
    buffer.clear();
    for (ByteBuffer some : bytes) {
      int length;
      for (int at = some.position(); at < some.limit(); at += length) {
        length = Math.min(some.limit() - at, buffer.remaining());
        buffer.put(some.slice(at, length));
        if (!buffer.hasRemaining()) {
          drain();
        }
      }
    }
    drain();
    channel.force(false);
    end = channel.position();
    isTorn = false;
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  long end() {
    return end;
  }

  private void cutTorn() throws IOException {
    if (isTorn) {
      channel.truncate(end);
      channel.force(true);
      isTorn = false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
