package dev.winnow.formats.unpack;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Takes the {@code Content-Encoding} of a request's body away, without ever holding more than a
 * limit allows.
 */
public final class BodyDecoder {
  private static final int FIRST_BYTES = 64 << 10;

  /** How many bytes of text one byte of JSON or protobuf is, mostly. */
  private static final int USUAL_RATIO = 8;

  /** The window that every decoder of zstd should have, by RFC 8878. */
  private static final int LEAST_WINDOW_BITS = 23;

  private static final int MOST_WINDOW_BITS = 27;

  /** The error of zstd for a window that is too large. */
  private static final long WINDOW_TOO_LARGE = 16;

  private final int limit;

  /** A decoder of bodies that have at most {@code limit} bytes, packed and unpacked. */
  public BodyDecoder(int limit) {
    this.limit = limit;
  }

  /**
   * The bytes that a body was made of. An empty body is empty in every encoding, as some clients
   * send it.
   *
   * @param contentEncoding the value of the header; empty if there is none
   * @throws WinnowException if they are more than the limit, with {@code REQUEST_TOO_LARGE}; if the
   *     body is damaged, with {@code MALFORMED_REQUEST}; if the encoding is not known, with {@code
   *     UNSUPPORTED_MEDIA_TYPE}
   */
  public byte[] decode(String contentEncoding, byte[] body) {
    return decode(contentEncoding, body, bytes -> {});
  }

  /**
   * The bytes that a body was made of.
   *
   * @param room is told how many more bytes are needed before they are taken, and may refuse them
   * @throws WinnowException as {@link #decode(String, byte[])} does
   */
  public byte[] decode(String contentEncoding, byte[] body, LongConsumer room) {
    String encoding = contentEncoding.strip().toLowerCase(Locale.ROOT);
    boolean isPlain = encoding.isEmpty() || encoding.equals("identity");
    if (!isPlain && !isKnown(encoding)) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the content encoding '"
              + contentEncoding
              + "' is none of gzip, zstd, deflate, snappy, identity");
    }
    if (body.length > limit) {
      throw tooLarge("the body has more than " + limit + " bytes");
    }
    if (isPlain || body.length == 0) {
      return body;
    }
    return encoding.equals("snappy")
        ? SnappyBlock.unpack(body, limit, room)
        : unpack(encoding, body, room);
  }

  private static boolean isKnown(String encoding) {
    return switch (encoding) {
      case "gzip", "x-gzip", "zstd", "deflate", "snappy" -> true;
      default -> false;
    };
  }

  private byte[] unpack(String encoding, byte[] body, LongConsumer room) {
    try (InputStream in = open(encoding, body)) {
      return readAll(in, body.length, room);
    } catch (ZstdIOException damaged) {
      throw damaged.getErrorCode() == WINDOW_TOO_LARGE
          ? tooLarge("the zstd body needs a window of more than " + (1 << windowBits()) + " bytes")
          : malformed("the zstd body is damaged or truncated", damaged);
    } catch (EOFException truncated) {
      throw malformed("the " + encoding + " body is truncated", truncated);
    } catch (IOException damaged) {
      throw malformed("the " + encoding + " body is damaged", damaged);
    }
  }

  private InputStream open(String encoding, byte[] body) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    return switch (encoding) {
      case "zstd" -> new ZstdInputStreamNoFinalizer(in).setLongMax(windowBits());
      case "deflate" -> inflating(in, new Inflater(!hasZlibHeader(body)));
      default -> new GzipStream(in);
    };
  }

  /** The stream of the JDK leaves an inflater that it was given to the garbage collector. */
  private static InputStream inflating(InputStream in, Inflater inflater) {
    return new InflaterInputStream(in, inflater) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  /** No body within the limit makes use of a larger window. */
  private int windowBits() {
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(limit);
    return Math.clamp(needed, LEAST_WINDOW_BITS, MOST_WINDOW_BITS);
  }

  /** Some clients send what the name promises, others what RFC 9110 means by it. */
  private static boolean hasZlibHeader(byte[] body) {
    int header = (body[0] & 0xff) << Byte.SIZE | (body.length > 1 ? body[1] & 0xff : 0);
    return (body[0] & 0xf) == 8 && header % 31 == 0;
  }

  private byte[] readAll(InputStream in, int packedBytes, LongConsumer room) throws IOException {
    int capacity = (int) Math.min(limit, FIRST_BYTES + (long) packedBytes * USUAL_RATIO);
    room.accept(capacity);
    byte[] out = new byte[capacity];
    int size = 0;
    int read = 0;
    while (read >= 0) {
      if (size == out.length) {
        if (size == limit) {
          return endOf(in, out);
        }
        capacity = (int) Math.min(limit, size * 2L);
        room.accept(capacity - size);
        out = Arrays.copyOf(out, capacity);
      }
      read = in.read(out, size, out.length - size);
      size += Math.max(read, 0);
    }
    return size == out.length ? out : Arrays.copyOf(out, size);
  }

  /** What was read, if it is all. */
  private byte[] endOf(InputStream in, byte[] out) throws IOException {
    if (in.read() >= 0) {
      throw tooLarge("the body unpacks to more than " + limit + " bytes");
    }
    return out;
  }

  static WinnowException tooLarge(String message) {
    return new WinnowException(ErrorCode.REQUEST_TOO_LARGE, message);
  }

  private static WinnowException malformed(String message, IOException cause) {
    return new WinnowException(ErrorCode.MALFORMED_REQUEST, message, cause);
  }
}
