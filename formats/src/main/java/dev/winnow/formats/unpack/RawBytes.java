package dev.winnow.formats.unpack;

import dev.winnow.formats.input.Input;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;

/**
 * The bytes of a file or stream as they are. Of a file, those are given that it had when it was
 * opened, so that the end comes whoever writes to it.
 */
final class RawBytes extends ByteStream {
  private final ReadableByteChannel channel;
  private final long size;
  private long taken;
  private boolean interrupted;

  /** Reads a channel that has {@code size} bytes, or {@link Input#UNKNOWN_SIZE}. */
  RawBytes(ReadableByteChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  @Override
  int readOn(byte[] target, int from, int length) throws IOException {
    long left = size == Input.UNKNOWN_SIZE ? length : size - taken;
    if (left == 0) {
      return -1;
    }
    try {
      int read = channel.read(ByteBuffer.wrap(target, from, (int) Math.min(length, left)));
      taken += Math.max(read, 0);
      return read;
    } catch (ClosedByInterruptException stopped) {
      interrupted = true;
      return -1;
    }
  }

  long size() {
    return size;
  }

  /** The number of bytes that were read of it, be they given already or not. */
  long taken() {
    return taken;
  }

  /** Whether it ended because the reading thread is to stop. */
  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }
}
