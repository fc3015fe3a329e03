package dev.winnow.kernel.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64-bit hash behind every id: the first 64 bits of MurmurHash3_x86_128 (Austin Appleby, public
 * domain), which needs 32-bit multiplication only and so costs the same in JavaScript and Python.
 *
 * <p>The result is the word {@code h1} in the upper half and {@code h2} in the lower half.
 */
public final class Hash64 {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int C1 = 0x239b961b;
  private static final int C2 = 0xab0e9789;
  private static final int C3 = 0x38b34ae5;
  private static final int C4 = 0xa1e38b93;

  private Hash64() {}

  /** The hash of {@code data[from, to)}. Only the low 32 bits of the seed count. */
  public static long of(byte[] data, int from, int to, long seed) {
    int h1 = (int) seed;
    int h2 = h1;
    int h3 = h1;
    int h4 = h1;
    int at = from;
    for (int last = to - 16; at <= last; at += 16) {
      h1 ^= scramble((int) INT.get(data, at), C1, 15, C2);
      h1 = (Integer.rotateLeft(h1, 19) + h2) * 5 + 0x561ccd1b;
      h2 ^= scramble((int) INT.get(data, at + 4), C2, 16, C3);
      h2 = (Integer.rotateLeft(h2, 17) + h3) * 5 + 0x0bcaa747;
      h3 ^= scramble((int) INT.get(data, at + 8), C3, 17, C4);
      h3 = (Integer.rotateLeft(h3, 15) + h4) * 5 + 0x96cd1c35;
      h4 ^= scramble((int) INT.get(data, at + 12), C4, 18, C1);
      h4 = (Integer.rotateLeft(h4, 13) + h1) * 5 + 0x32ac3b17;
    }
    h4 ^= scramble(tail(data, at + 12, to), C4, 18, C1);
    h3 ^= scramble(tail(data, at + 8, to), C3, 17, C4);
    h2 ^= scramble(tail(data, at + 4, to), C2, 16, C3);
    h1 ^= scramble(tail(data, at, to), C1, 15, C2);
    return finish(h1, h2, h3, h4, to - from);
  }

  /** A new state from a state and one more value; the order of the values matters. */
  public static long mix(long state, long value) {
    long x = (state ^ value) * 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 32)) * 0xd6e8feb86659fd93L;
    return x ^ (x >>> 29);
  }

  private static int scramble(int k, int first, int rotation, int second) {
    return Integer.rotateLeft(k * first, rotation) * second;
  }

  private static int tail(byte[] data, int from, int to) {
    int k = 0;
    for (int i = Math.min(from + 4, to) - 1; i >= from; i--) {
      k = (k << 8) | (data[i] & 0xff);
    }
    return k;
  }

  private static long finish(int h1, int h2, int h3, int h4, int length) {
    int a = h1 ^ length;
    int b = h2 ^ length;
    int c = h3 ^ length;
    int d = h4 ^ length;
    a += b + c + d;
    b += a;
    c += a;
    d += a;
    a = avalanche(a);
    b = avalanche(b);
    c = avalanche(c);
    d = avalanche(d);
    a += b + c + d;
    b += a;
    return ((long) a << 32) | (b & 0xffffffffL);
  }

  private static int avalanche(int h) {
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
