package dev.winnow.formats.protobuf;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A walk over the fields of a message and of those within. Allocates nothing; not thread-safe.
 *
 * <pre>{@code
 * int outerEnd = reader.end();
 * int end = reader.enter(tag);
 * while (reader.at() < end) {
 *   int inner = reader.tag();
 *   switch (ProtobufReader.field(inner)) {
 *     case 1 -> time = reader.fixed64(inner);
 *     default -> reader.skip(inner);
 *   }
 * }
 * reader.leave(outerEnd);
 * }</pre>
 *
 * <p>Bytes that are no message end in a {@link WinnowException} with {@link
 * ErrorCode#MALFORMED_REQUEST} that says where and why. Groups count as such: no protocol that is
 * read here ever had any.
 */
public final class ProtobufReader {
  /** Types of a field on the wire. */
  static final int VARINT = 0;

  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int TYPE_BITS = 3;
  private static final int MAX_VARINT_BITS = 63;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] in = {};
  private int from;
  private int at;
  private int limit;

  /** Starts over at the message in {@code in[from, to)}. */
  public void reset(byte[] in, int from, int to) {
    this.in = in;
    this.from = from;
    this.at = from;
    this.limit = to;
  }

  public int at() {
    return at;
  }

  /** Goes to a place in the current message. */
  public void moveTo(int place) {
    at = place;
  }

  /** Where the current message ends. */
  public int end() {
    return limit;
  }

  /** The number of a field by its tag. */
  public static int field(int tag) {
    return tag >>> TYPE_BITS;
  }

  private static int type(int tag) {
    return tag & ((1 << TYPE_BITS) - 1);
  }

  /** Reads the tag of the next field. */
  public int tag() {
    int start = at;
    long tag = varint();
    if (tag >>> TYPE_BITS == 0 || tag >>> Integer.SIZE != 0) {
      throw malformed("has field number " + (tag >>> TYPE_BITS), start);
    }
    return (int) tag;
  }

  private void demand(int wanted, int tag) {
    if (type(tag) != wanted) {
      throw malformed(
          "has wire type %d in field %d where %d belongs".formatted(type(tag), field(tag), wanted),
          at);
    }
  }

  /** Reads a number of variable length; of a signed one, the two's complement. */
  public long varint(int tag) {
    demand(VARINT, tag);
    return varint();
  }

  private long varint() {
    if (at < limit && in[at] >= 0) {
      return in[at++];
    }
    return longVarint();
  }

  private long longVarint() {
    int start = at;
    long value = 0;
    for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
      if (at == limit) {
        throw truncated(start);
      }
      byte b = in[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        if (shift == MAX_VARINT_BITS && b > 1) {
          break;
        }
        return value;
      }
    }
    throw malformed("has a number of more than 64 bits", start);
  }

  public long fixed64(int tag) {
    demand(FIXED64, tag);
    int start = advance(Long.BYTES);
    return (long) LONG.get(in, start);
  }

  public int fixed32(int tag) {
    demand(FIXED32, tag);
    int start = advance(Integer.BYTES);
    return (int) INT.get(in, start);
  }

  private int advance(int bytes) {
    int start = at;
    if (limit - start < bytes) {
      throw truncated(start);
    }
    at = start + bytes;
    return start;
  }

  /** Reads the length of bytes that follow, and returns where they end. */
  public int bytesEnd(int tag) {
    demand(BYTES, tag);
    return bytesEnd();
  }

  private int bytesEnd() {
    int start = at;
    long length = varint();
    if (length < 0 || length > limit - at) {
      throw malformed(
          "has a length of %s with %d bytes left"
              .formatted(Long.toUnsignedString(length), limit - at),
          start);
    }
    return at + (int) length;
  }

  /** Goes into the message that follows, to which reading is limited then; returns its end. */
  public int enter(int tag) {
    limit = bytesEnd(tag);
    return limit;
  }

  /** Goes back to the message around, which ends at {@code outerEnd}. */
  public void leave(int outerEnd) {
    limit = outerEnd;
  }

  /** Passes over the field whose tag was read. */
  public void skip(int tag) {
    switch (type(tag)) {
      case VARINT -> varint();
      case FIXED64 -> advance(Long.BYTES);
      case BYTES -> at = bytesEnd();
      case FIXED32 -> advance(Integer.BYTES);
      default ->
          throw malformed("has wire type %d in field %d".formatted(type(tag), field(tag)), at);
    }
  }

  private WinnowException truncated(int offset) {
    return malformed("ends within a field", offset);
  }

  private WinnowException malformed(String how, int offset) {
    return new WinnowException(
        ErrorCode.MALFORMED_REQUEST, "the protobuf message " + how + ", byte " + (offset - from));
  }
}
