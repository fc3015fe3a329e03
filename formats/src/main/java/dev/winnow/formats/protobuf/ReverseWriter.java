package dev.winnow.formats.protobuf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a long message from its end to its beginning. Not thread-safe; used again for the next.
 *
 * <p>The length of a message stands before it. Whoever writes backwards knows it when it is due, so
 * nothing is measured or copied first. The fields are therefore written in the opposite order:
 *
 * <pre>{@code
 * int end = writer.length();
 * writer.text(2, "within");
 * writer.text(1, "first");
 * writer.message(5, end);
 * }</pre>
 *
 * <p>What has its default value is left out by the caller.
 */
public final class ReverseWriter {
  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int LONGEST_VARINT = 10;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] out = new byte[FIRST_CAPACITY];
  private int at = out.length;

  /** Forgets what was written. */
  public void clear() {
    at = out.length;
  }

  /** How many bytes there are. */
  public int length() {
    return out.length - at;
  }

  /** Makes a message, of a field, of all that was written since there were so many bytes. */
  public void message(int field, int end) {
    varint(length() - end);
    tag(field, ProtobufReader.BYTES);
  }

  public void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public void bytes(int field, byte[] value) {
    reserve(value.length);
    at -= value.length;
    System.arraycopy(value, 0, out, at, value.length);
    varint(value.length);
    tag(field, ProtobufReader.BYTES);
  }

  public void number(int field, long value) {
    varint(value);
    tag(field, ProtobufReader.VARINT);
  }

  public void fixed64(int field, long value) {
    reserve(Long.BYTES);
    at -= Long.BYTES;
    LONG.set(out, at, value);
    tag(field, ProtobufReader.FIXED64);
  }

  public void fixed32(int field, int value) {
    reserve(Integer.BYTES);
    at -= Integer.BYTES;
    INT.set(out, at, value);
    tag(field, ProtobufReader.FIXED32);
  }

  private void tag(int field, int type) {
    varint((long) field << 3 | type);
  }

  private void varint(long value) {
    reserve(LONGEST_VARINT);
    int bytes = (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    at -= bytes;
    long rest = value;
    for (int i = 0; i < bytes; i++) {
      out[at + i] = (byte) ((rest & 0x7f) | (i < bytes - 1 ? 0x80 : 0));
      rest >>>= 7;
    }
  }

  private void reserve(int bytes) {
    if (at < bytes) {
      byte[] larger = new byte[Math.max(out.length * 2, out.length + bytes)];
      int moved = larger.length - length();
      System.arraycopy(out, at, larger, moved, length());
      out = larger;
      at = moved;
    }
  }

  public byte[] toByteArray() {
    return Arrays.copyOfRange(out, at, out.length);
  }
}
