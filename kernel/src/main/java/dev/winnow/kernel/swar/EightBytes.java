package dev.winnow.kernel.swar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text in one long, the first in its lowest bits. */
public final class EightBytes {
  /*
   * A question is put to all eight bytes at once, and its answer has the upper bit of each byte for
   * which it is yes [1]. A byte below 0x80 gets its upper bit by adding 0x80 - n exactly if it is n
   * or more, and no carry leaves it [2]; so a range costs two additions, and a byte is equal to
   * another if their exclusive or is less than 1. Who asks about ranges must have found that no byte
   * is beyond ASCII, or must not mind wrong answers about those and the bytes behind them.
   *
   * The classic test for zero, (x - 1) & ~x, is one operation shorter than the exact one, but a
   * borrow may make a yes out of the byte behind a yes. It serves where the first yes is wanted, or
   * where each yes is verified.
   *
   * [1] Lamport, Multiple Byte Processing with Full-Word Instructions, CACM 18(8), 1975.
   * [2] Warren, Hacker's Delight, 2nd edition, section 6-1; Mycroft's test for zero is there too.
   */

  /** The bytes in a step. */
  public static final int LENGTH = Long.BYTES;

  /** The upper bit of every byte. */
  public static final long UPPER_BITS = 0x8080808080808080L;

  private static final long ONES = 0x0101010101010101L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EightBytes() {}

  /** The bytes from an offset on, all of which must be in the array. */
  public static long at(byte[] in, int at) {
    return (long) LONG.get(in, at);
  }

  /** Writes eight bytes from an offset on, all of which must be in the array. */
  public static void put(long eight, byte[] out, int at) {
    LONG.set(out, at, eight);
  }

  /** Eight times the same byte. */
  public static long repeat(int b) {
    return ONES * b;
  }

  /** The upper bits of the first zero byte, and perhaps of others that are not zero. */
  public static long zeros(long eight) {
    return (eight - ONES) & ~eight & UPPER_BITS;
  }

  /** The upper bits of the bytes from {@code low} to {@code high}, of bytes that are ASCII. */
  public static long between(int low, int high, long ascii) {
    return (ascii + repeat(0x80 - low)) & ~(ascii + repeat(0x7f - high)) & UPPER_BITS;
  }

  /** The upper bits of the bytes that are no ASCII letters, whatever else they are. */
  public static long noLetters(long eight) {
    long lower = (eight | repeat(0x20)) & ~UPPER_BITS;
    return (~between('a', 'z', lower) | eight) & UPPER_BITS;
  }

  /** The index of the byte whose upper bit is the first one set; 8 if none is. */
  public static int first(long upperBits) {
    return Long.numberOfTrailingZeros(upperBits) >>> 3;
  }

  /** The first place of a byte in {@code in[from, to)}, or -1. */
  public static int indexOf(byte[] in, int from, int to, byte b) {
    long wanted = repeat(b & 0xff);
    int at = from;
    for (int last = Math.min(to, in.length - LENGTH + 1); at < last; at += LENGTH) {
      long found = zeros(at(in, at) ^ wanted);
      if (found != 0) {
        int place = at + first(found);
        return place < to ? place : -1;
      }
    }
    while (at < to && in[at] != b) {
      at++;
    }
    return at < to ? at : -1;
  }

  /** The end of the longest run of ASCII letters that begins at {@code from}. */
  public static int lettersEnd(byte[] in, int from, int to) {
    int at = from;
    for (int last = Math.min(to, in.length - LENGTH + 1); at < last; at += LENGTH) {
      long others = noLetters(at(in, at));
      if (others != 0) {
        return Math.min(to, at + first(others));
      }
    }
    while (at < to && (in[at] | 0x20) >= 'a' && (in[at] | 0x20) <= 'z') {
      at++;
    }
    return Math.min(to, at);
  }
}
