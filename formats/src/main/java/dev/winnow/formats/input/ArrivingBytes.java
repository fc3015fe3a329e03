package dev.winnow.formats.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a stream that may be silent for long. A thread of its own waits for the next
 * bytes, so that the reader learns that there are none yet.
 */
final class ArrivingBytes implements ReadableByteChannel {
  private static final int CHUNK_BYTES = 64 << 10;

  /** What one read gave: bytes, a failure, or neither at the end. */
  private record Chunk(@Nullable ByteBuffer bytes, @Nullable IOException failure) {}

  /** Holds nothing, so the stream is at most one chunk ahead of its reader. */
  private final BlockingQueue<Chunk> chunks = new SynchronousQueue<>();

  private final String name;
  private final ReadableByteChannel source;
  private final Duration silence;
  private final Thread thread;
  private Chunk current = new Chunk(ByteBuffer.allocate(0), null);
  private boolean begun;

  ArrivingBytes(String name, ReadableByteChannel source, Duration silence) {
    this.name = name;
    this.source = source;
    this.silence = silence;
    thread = Thread.ofPlatform().name("arriving-bytes").daemon().start(this::pump);
  }

  private void pump() {
    try {
      Chunk chunk;
      do {
        chunk = readChunk();
        chunks.put(chunk);
      } while (chunk.bytes != null);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Chunk readChunk() {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
    try {
      int read = source.read(bytes);
      return new Chunk(read < 0 ? null : bytes.flip(), null);
    } catch (IOException e) {
      return new Chunk(null, e);
    }
  }

  /** Reads what is there; if nothing comes for the length of a silence, returns 0. */
  @Override
  public int read(ByteBuffer target) throws IOException {
    ByteBuffer bytes = current.bytes;
    if (bytes != null && !bytes.hasRemaining()) {
      try {
        bytes = await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
    if (bytes == null) {
      return end();
    }
    int length = Math.min(bytes.remaining(), target.remaining());
    target.put(bytes.slice().limit(length));
    bytes.position(bytes.position() + length);
    return length;
  }

  /** The next bytes, which may be none; null at the end. */
  private @Nullable ByteBuffer await() throws InterruptedException {
    Chunk next = chunks.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return ByteBuffer.allocate(0);
    }
    current = next;
    ByteBuffer bytes = next.bytes;
    if (bytes != null && bytes.hasRemaining() && !begun) {
      begun = true;
      int from = bytes.arrayOffset();
      Content.requireText(name, bytes.array(), from, from + bytes.limit());
      bytes.position(Content.markLength(bytes.array(), from, from + bytes.limit()));
    }
    return bytes;
  }

  private int end() throws IOException {
    if (current.failure != null) {
      throw current.failure;
    }
    return -1;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    source.close();
  }
}
