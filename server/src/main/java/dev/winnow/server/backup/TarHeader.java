package dev.winnow.server.backup;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The block of a tar archive that comes before a file, of the few kinds that backups have: for
 * plain files with short names. Everything else that tar knows, such as links, is refused.
 *
 * @param name a path with slashes
 */
record TarHeader(String name, long bytes) {
  static final int BLOCK_BYTES = 512;

  static final int NAME_BYTES = 100;
  private static final int MODE_AT = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_BYTES = 12;
  private static final int TIME_AT = 136;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;

  /** From here on a size has no place in eleven octal digits. */
  private static final long LARGE = 1L << 33;

  private static final byte IS_BINARY = (byte) 0x80;
  private static final byte PLAIN_FILE = '0';
  private static final String MAGIC = "ustar\00000";

  TarHeader {
    if (name.length() > NAME_BYTES) {
      throw new IllegalArgumentException("a name longer than tar has place for: " + name);
    }
  }

  /** How many bytes follow a file until the next block begins. */
  static int padding(long bytes) {
    return (int) (-bytes & (BLOCK_BYTES - 1));
  }

  /**
   * The block of a file for its owner only.
   *
   * @param seconds when it was made, since 1970
   */
  byte[] block(long seconds) {
    byte[] block = new byte[BLOCK_BYTES];
    put(block, 0, name);
    put(block, MODE_AT, "0000600\0000000000\0000000000\000");
    putSize(block);
    put(block, TIME_AT, "%011o\000".formatted(seconds));
    block[TYPE_AT] = PLAIN_FILE;
    put(block, MAGIC_AT, MAGIC);
    put(block, CHECKSUM_AT, "%06o\000 ".formatted(checksum(block)));
    return block;
  }

  private void putSize(byte[] block) {
    if (bytes < LARGE) {
      put(block, SIZE_AT, "%011o\000".formatted(bytes));
    } else {
      block[SIZE_AT] = IS_BINARY;
      ByteBuffer.wrap(block).putLong(SIZE_AT + SIZE_BYTES - Long.BYTES, bytes);
    }
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** The sum of all bytes, with blanks where it is written itself. */
  private static int checksum(byte[] block) {
    int sum = CHECKSUM_BYTES * ' ';
    for (int i = 0; i < block.length; i++) {
      boolean isOwn = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES;
      sum += isOwn ? 0 : block[i] & 0xff;
    }
    return sum;
  }

  /** Whether a block is one of those at the end. */
  static boolean isEnd(byte[] block) {
    return Arrays.equals(block, new byte[BLOCK_BYTES]);
  }

  /**
   * Reads a block.
   *
   * @throws WinnowException {@code backup_unusable} if it is none, or of another kind of entry
   */
  static TarHeader of(byte[] block) {
    if (number(block, CHECKSUM_AT, CHECKSUM_BYTES) != checksum(block)) {
      throw new WinnowException(
          ErrorCode.BACKUP_UNUSABLE, "the backup is damaged, or none that Winnow made");
    }
    String name = text(block);
    if (block[TYPE_AT] != PLAIN_FILE) {
      throw new WinnowException(
          ErrorCode.BACKUP_UNUSABLE, "the backup has '" + name + "', which is no plain file");
    }
    return new TarHeader(name, size(block));
  }

  private static String text(byte[] block) {
    int end = 0;
    while (end < NAME_BYTES && block[end] != 0) {
      end++;
    }
    return new String(block, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static long size(byte[] block) {
    return block[SIZE_AT] == IS_BINARY
        ? ByteBuffer.wrap(block).getLong(SIZE_AT + SIZE_BYTES - Long.BYTES)
        : number(block, SIZE_AT, SIZE_BYTES);
  }

  /** Octal digits up to a blank or a zero; -1 if there is something else. */
  private static long number(byte[] block, int from, int length) {
    long number = 0;
    for (int i = from; i < from + length && block[i] != 0 && block[i] != ' '; i++) {
      if (block[i] < '0' || block[i] > '7') {
        return -1;
      }
      number = number * 8 + block[i] - '0';
    }
    return number;
  }
}
