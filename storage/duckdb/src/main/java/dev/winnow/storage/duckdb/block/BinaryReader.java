package dev.winnow.storage.duckdb.block;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link BinaryWriter} wrote; the bytes are known to be as they were written. */
public final class BinaryReader {
  private final byte[] bytes;
  private int at;

  public BinaryReader(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return at;
  }

  void skip(int length) {
    at += length;
  }

  public int takeByte() {
    return bytes[at++];
  }

  public int takeInt() {
    at += Integer.BYTES;
    return (int) BinaryWriter.INTS.get(bytes, at - Integer.BYTES);
  }

  public long takeLong() {
    at += Long.BYTES;
    return (long) BinaryWriter.LONGS.get(bytes, at - Long.BYTES);
  }

  public String takeText() {
    int length = takeInt();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
