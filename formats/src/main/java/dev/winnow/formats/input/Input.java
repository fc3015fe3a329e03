package dev.winnow.formats.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A log as text in UTF-8: its bytes, and what is known about it before they are read. If the
 * reading thread is interrupted, the input ends there, so that what was read can be used.
 */
public final class Input implements Closeable {
  /** The size of what has none, such as a pipe. */
  public static final long UNKNOWN_SIZE = -1;

  private final String name;
  private final ReadableByteChannel channel;
  private final Instant asOf;
  private final long size;
  private final @Nullable LongSupplier bytesRead;
  private long textBytes;
  private boolean ended;

  private Input(
      String name,
      ReadableByteChannel channel,
      Instant asOf,
      long size,
      @Nullable LongSupplier bytesRead) {
    this.name = name;
    this.channel = channel;
    this.asOf = asOf;
    this.size = size;
    this.bytesRead = bytesRead;
  }

  /**
   * An input that is text already, with the time by which its records were written at the latest.
   */
  public static Input of(String name, ReadableByteChannel channel, Instant asOf) {
    return new Input(name, channel, asOf, UNKNOWN_SIZE, null);
  }

  /**
   * An input that is made of other bytes than those read from the file.
   *
   * @param size the number of bytes of the file, or {@link #UNKNOWN_SIZE}
   * @param bytesRead how many of them were read
   */
  public static Input of(
      String name, ReadableByteChannel channel, Instant asOf, long size, LongSupplier bytesRead) {
    return new Input(name, channel, asOf, size, bytesRead);
  }

  /**
   * Follows a file of plain text from its beginning, as {@code tail -F} does: takes in what is
   * appended, begins again when it was truncated, and goes on with the new file when it was
   * rotated. A file that does not exist is waited for. Such an input has no end but an interrupt of
   * the thread; while it has nothing new, {@link LineReader#next()} returns false after each pause.
   */
  public static Input follow(Path path, Instant asOf, Pause pause) {
    return of(path.toString(), new FollowedFile(path, pause), asOf);
  }

  /**
   * Follows a stream of plain text that may be silent for long, such as a pipe. It has an end as
   * other streams have; while it is silent, {@link LineReader#next()} returns false now and then.
   *
   * @param silence the time without a byte after which to say that there is nothing yet
   */
  public static Input follow(
      String name, ReadableByteChannel channel, Instant asOf, Duration silence) {
    return of(name, new ArrivingBytes(name, channel, silence), asOf);
  }

  public String name() {
    return name;
  }

  /** The time by which its records were written at the latest. */
  public Instant asOf() {
    return asOf;
  }

  /** The number of bytes of its file when that was opened, or {@link #UNKNOWN_SIZE}. */
  public long size() {
    return size;
  }

  /** The number of bytes read of its file, which may be compressed, or hold other inputs too. */
  public long bytesRead() {
    return bytesRead == null ? textBytes : bytesRead.getAsLong();
  }

  /** The number of bytes of text that were read. */
  public long textBytes() {
    return textBytes;
  }

  /** Whether there will never be more of it. */
  public boolean isEnded() {
    return ended;
  }

  /**
   * Reads into {@code target[from, to)}, which is not empty. Returns how many, 0 if there is
   * nothing yet, or -1 at the end.
   */
  public int read(byte[] target, int from, int to) throws IOException {
    int read = ended ? -1 : read(ByteBuffer.wrap(target, from, to - from));
    ended = read < 0;
    textBytes += Math.max(read, 0);
    return read;
  }

  private int read(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (ClosedByInterruptException interrupted) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
