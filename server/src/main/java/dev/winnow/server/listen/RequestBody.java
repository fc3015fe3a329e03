package dev.winnow.server.listen;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.WinnowException;
import io.vertx.core.buffer.Buffer;

/**
 * The body of a request with the room that it takes, also unpacked. For one thread at a time; any
 * may close it.
 */
public final class RequestBody implements AutoCloseable {
  private final Buffer packed = Buffer.buffer();
  private final String contentEncoding;
  private final BodyDecoder decoder;
  private final BodyBudget.Share room;

  /** A body of which nothing has come. */
  RequestBody(String contentEncoding, BodyDecoder decoder, BodyBudget.Share room) {
    this.contentEncoding = contentEncoding;
    this.decoder = decoder;
    this.room = room;
  }

  /** Adds what came; false if there is no room for it at present. */
  boolean add(Buffer chunk) {
    boolean hasRoom = room.take(chunk.length());
    if (hasRoom) {
      packed.appendBuffer(chunk);
    }
    return hasRoom;
  }

  /**
   * Adds what came, for which it may wait. May block.
   *
   * @throws WinnowException if it does not find room in time
   */
  void await(Buffer chunk) {
    room.await(chunk.length());
    packed.appendBuffer(chunk);
  }

  /**
   * The body without its compression.
   *
   * @throws WinnowException if it is damaged or too large, or does not find room
   */
  public byte[] unpack() {
    return unpack("identity");
  }

  /**
   * The body without its compression.
   *
   * @param usual the encoding of a body that names none
   * @throws WinnowException as {@link #unpack()} does
   */
  public byte[] unpack(String usual) {
    String encoding = contentEncoding.isEmpty() ? usual : contentEncoding;
    return decoder.decode(encoding, packed.getBytes(), room::await);
  }

  /** Gives the room back. */
  @Override
  public void close() {
    room.close();
  }
}
