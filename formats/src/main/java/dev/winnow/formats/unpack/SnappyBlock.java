package dev.winnow.formats.unpack;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.function.LongConsumer;

/**
 * A block of snappy, the form that is used in messages, not the one with frames. Read once.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">the format</a>
 */
final class SnappyBlock {
  /** No element makes more of its bytes: three of them repeat at most 64. */
  private static final int MOST_RATIO = 22;

  private static final int MAX_LENGTH_BITS = 32;

  /** Lengths of literals from here on stand in bytes of their own. */
  private static final int LONG_LITERAL = 60;

  private final byte[] in;
  private int at;
  private byte[] out = {};
  private int size;

  private SnappyBlock(byte[] in) {
    this.in = in;
  }

  /**
   * The bytes that a block was made of.
   *
   * @param room is told how many bytes are needed before they are taken, and may refuse them
   * @throws WinnowException if they are more than {@code limit}, with {@code REQUEST_TOO_LARGE}; if
   *     it is no block, with {@code MALFORMED_REQUEST}
   */
  static byte[] unpack(byte[] in, int limit, LongConsumer room) {
    SnappyBlock block = new SnappyBlock(in);
    long length = block.length();
    if (length > limit) {
      throw BodyDecoder.tooLarge("the body unpacks to more than " + limit + " bytes");
    }
    if (length > (long) in.length * MOST_RATIO) {
      throw damaged();
    }
    room.accept(length);
    block.out = new byte[(int) length];
    block.unpack();
    return block.out;
  }

  private void unpack() {
    while (at < in.length) {
      element(next());
    }
    if (size < out.length) {
      throw damaged();
    }
  }

  private long length() {
    long length = 0;
    for (int shift = 0; shift < MAX_LENGTH_BITS; shift += 7) {
      int b = next();
      length |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return length;
      }
    }
    throw damaged();
  }

  private void element(int tag) {
    int length = (tag >>> 2) + 1;
    switch (tag & 3) {
      case 0 -> literal(length <= LONG_LITERAL ? length : number(length - LONG_LITERAL) + 1);
      case 1 -> repeat((tag >>> 2 & 7) + 4, (tag >>> 5) << Byte.SIZE | next());
      case 2 -> repeat(length, number(2));
      default -> repeat(length, number(4));
    }
  }

  private int next() {
    if (at == in.length) {
      throw damaged();
    }
    return in[at++] & 0xff;
  }

  /** A number of so many bytes, the lowest first; one of 32 bits may be negative. */
  private int number(int bytes) {
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= next() << (i * Byte.SIZE);
    }
    return number;
  }

  private void literal(int length) {
    if (length < 1 || length > in.length - at || length > out.length - size) {
      throw damaged();
    }
    System.arraycopy(in, at, out, size, length);
    at += length;
    size += length;
  }

  /** Repeats what stands so far back, which may reach into what it writes. */
  private void repeat(int length, int distance) {
    if (distance < 1 || distance > size || length > out.length - size) {
      throw damaged();
    }
    if (distance >= length) {
      System.arraycopy(out, size - distance, out, size, length);
    } else {
      for (int i = size; i < size + length; i++) {
        out[i] = out[i - distance];
      }
    }
    size += length;
  }

  private static WinnowException damaged() {
    return new WinnowException(ErrorCode.MALFORMED_REQUEST, "the snappy body is damaged");
  }
}
