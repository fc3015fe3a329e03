package dev.winnow.formats.input;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A source of log text: its bytes, and what is known about it before they are read. If the reading
 * thread is interrupted, the input ends there, so that what was read can be used.
 */
public final class Input implements Closeable {
  /** The size of what has none, such as a pipe. */
  public static final long UNKNOWN_SIZE = -1;

  private final String name;
  private final ReadableByteChannel channel;
  private final Instant asOf;
  private final long size;
  private long bytes;

  private Input(String name, ReadableByteChannel channel, Instant asOf, long size) {
    this.name = name;
    this.channel = channel;
    this.asOf = asOf;
    this.size = size;
  }

  /**
   * Opens a file. What is appended to it from now on is not read, so that the end comes whoever
   * writes to it; if it shrinks, its new end is the end.
   *
   * @throws WinnowException if it is missing, a directory, or may not be read; says which
   */
  public static Input file(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw unreadable(path + " is a directory; name the files in it, as in " + path + "/*.log");
      }
      boolean sized = attributes.isRegularFile() && attributes.size() > 0;
      return new Input(
          path.toString(),
          FileChannel.open(path),
          attributes.lastModifiedTime().toInstant(),
          sized ? attributes.size() : UNKNOWN_SIZE);
    } catch (NoSuchFileException missing) {
      throw unreadable(path + " does not exist; check the name, or give - to read standard input");
    } catch (AccessDeniedException denied) {
      throw unreadable(path + " may not be read by this user; try sudo cat FILE | winnow ... -");
    } catch (IOException failure) {
      throw unreadable(path + " cannot be opened: " + failure.getMessage());
    }
  }

  /**
   * An input that is open already, with the time by which its records were written at the latest.
   */
  public static Input of(String name, ReadableByteChannel channel, Instant asOf) {
    return new Input(name, channel, asOf, UNKNOWN_SIZE);
  }

  private static WinnowException unreadable(String message) {
    return new WinnowException(ErrorCode.INPUT_NOT_READABLE, message);
  }

  public String name() {
    return name;
  }

  /** The time by which its records were written at the latest. */
  public Instant asOf() {
    return asOf;
  }

  /** The number of bytes when it was opened, or {@link #UNKNOWN_SIZE}. */
  public long size() {
    return size;
  }

  /** The number of bytes read. */
  public long bytesRead() {
    return bytes;
  }

  /**
   * Reads into {@code target[from, to)}, which is not empty. Returns how many, or -1 at the end.
   */
  int read(byte[] target, int from, int to) throws IOException {
    long left = size == UNKNOWN_SIZE ? Long.MAX_VALUE : size - bytes;
    int room = (int) Math.min(to - from, left);
    int read = room == 0 ? -1 : read(ByteBuffer.wrap(target, from, room));
    bytes += Math.max(read, 0);
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
