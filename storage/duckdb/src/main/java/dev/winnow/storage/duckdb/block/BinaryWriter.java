package dev.winnow.storage.duckdb.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as values are added to them, numbers with the least byte first. */
public final class BinaryWriter {
  static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Some virtual machines allocate no longer arrays. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int size;

  public BinaryWriter(int expectedBytes) {
    bytes = new byte[Math.max(expectedBytes, Long.BYTES)];
  }

  public void putByte(int value) {
    int at = grow(1);
    bytes[at] = (byte) value;
  }

  public void putShort(int value) {
    int at = grow(Short.BYTES);
    SHORTS.set(bytes, at, (short) value);
  }

  public void putInt(int value) {
    int at = grow(Integer.BYTES);
    INTS.set(bytes, at, value);
  }

  public void putLong(long value) {
    int at = grow(Long.BYTES);
    LONGS.set(bytes, at, value);
  }

  /** Adds the bytes of a text without saying how many. */
  void putUtf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put(utf8, 0, utf8.length);
  }

  public void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    put(utf8, 0, utf8.length);
  }

  public void put(byte[] source, int from, int length) {
    int at = grow(length);
    System.arraycopy(source, from, bytes, at, length);
  }

  public void put(BinaryWriter other) {
    put(other.bytes, 0, other.size);
  }

  int size() {
    return size;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private int grow(int by) {
    int at = size;
    size = Math.addExact(size, by);
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(size, Math.min(2L * bytes.length, MAX_BYTES)));
    }
    return at;
  }
}
