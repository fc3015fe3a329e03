package dev.winnow.formats.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Inputs that tests are made of, written by noon of 21 November 2026. */
public final class InMemoryInput {
  public static final Instant AS_OF = Instant.parse("2026-11-21T12:00:00Z");

  private InMemoryInput() {}

  public static Input of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Input of(byte[] bytes) {
    return Input.of("test", Channels.newChannel(new ByteArrayInputStream(bytes)), AS_OF);
  }

  /** An input that gives at most so many bytes at once, as a pipe may. */
  public static Input inPieces(byte[] bytes, int size) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    return Input.of(
        "test",
        new ReadableByteChannel() {
          @Override
          public int read(ByteBuffer target) {
            int length = Math.min(Math.min(size, left.remaining()), target.remaining());
            target.put(left.slice().limit(length));
            left.position(left.position() + length);
            return length == 0 ? -1 : length;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        },
        AS_OF);
  }

  /** An input that cannot be read any further after these bytes. */
  public static Input failingAfter(byte[] bytes) throws IOException {
    InputStream failing = InputStream.nullInputStream();
    failing.close();
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(bytes), failing);
    return Input.of("test", Channels.newChannel(all), AS_OF);
  }

  /** An input of one line of {@code length} bytes, without a line feed, that takes no memory. */
  public static Input ofOneLine(long length) {
    return Input.of(
        "test",
        new ReadableByteChannel() {
          private long left = length;

          @Override
          public int read(ByteBuffer target) {
            int read = (int) Math.min(target.remaining(), left);
            for (int i = 0; i < read; i++) {
              target.put((byte) 'x');
            }
            left -= read;
            return read == 0 ? -1 : read;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        },
        AS_OF);
  }
}
