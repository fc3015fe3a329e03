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
  private final FileChannel channel;
  private final SegmentHeader header;
  private long end;
  private boolean isTorn;

  /** Goes on behind {@code end}; what is there is cut off. */
  SegmentWriter(Path file, SegmentHeader header, long end) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
    for (int i = 0; i < bytes.length; ) {
      channel.write(bytes, i, bytes.length - i);
      while (i < bytes.length && !bytes[i].hasRemaining()) {
        i++;
      }
    }
    channel.force(false);
    end = channel.position();
    isTorn = false;
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
