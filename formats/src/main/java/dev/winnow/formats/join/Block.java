package dev.winnow.formats.join;

import dev.winnow.formats.input.Input;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;

/** Whole records of an input, one after another, which can be read without what is before them. */
public final class Block {
  private final String name;
  private final Instant asOf;
  private final byte[] header;
  private final byte[] bytes;
  private final int length;

  Block(String name, Instant asOf, byte[] header, byte[] bytes, int length) {
    this.name = name;
    this.asOf = asOf;
    this.header = header;
    this.bytes = bytes;
    this.length = length;
  }

  /** The line before the block that names the columns in it; empty if there is none. */
  byte[] header() {
    return header;
  }

  /** The array that the block lies in. */
  byte[] bytes() {
    return bytes;
  }

  /** The size in bytes. */
  public int length() {
    return length;
  }

  Input input() {
    return Input.of(name, new Bytes(ByteBuffer.wrap(bytes, 0, length)), asOf);
  }

  /** A channel over an array. */
  private record Bytes(ByteBuffer left) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) {
      if (!left.hasRemaining()) {
        return -1;
      }
      int count = Math.min(left.remaining(), target.remaining());
      target.put(left.slice().limit(count));
      left.position(left.position() + count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
