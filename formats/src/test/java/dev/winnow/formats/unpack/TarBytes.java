package dev.winnow.formats.unpack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A tar archive, made byte by byte, so that it can be what no tar would write. */
final class TarBytes {
  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TarBytes() {}

  static TarBytes of(String name, String text) {
    return new TarBytes().and(name, text);
  }

  static TarBytes of(String name, byte[] content) {
    return new TarBytes().and(name, '0', content);
  }

  TarBytes and(String name, String text) {
    return and(name, '0', text.getBytes(StandardCharsets.UTF_8));
  }

  TarBytes and(String name, char type, byte[] content) {
    return header(name, type, content.length).raw(content);
  }

  /** Adds a header alone, of what is said to have {@code size} bytes. */
  TarBytes header(String name, char type, long size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 124, "%011o".formatted(size));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    out.writeBytes(header);
    return this;
  }

  /** Adds content, and pads it. */
  TarBytes raw(byte[] content) {
    out.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  byte[] bytes() {
    byte[] end = new byte[2 * BLOCK];
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(end);
    return all.toByteArray();
  }
}
