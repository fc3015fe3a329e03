package dev.winnow.server.listen;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/** The body of a request with the room that it takes, also unpacked. For one thread. */
public final class RequestBody implements AutoCloseable {
  private final byte[] packed;
  private final String contentEncoding;
  private final BodyDecoder decoder;
  private final BodyBudget budget;
  private long held;

  /** A body for which {@code budget} has given room as it came. */
  RequestBody(byte[] packed, String contentEncoding, BodyDecoder decoder, BodyBudget budget) {
    this.packed = packed;
    this.contentEncoding = contentEncoding;
    this.decoder = decoder;
    this.budget = budget;
    held = packed.length;
  }

  /**
   * The body without its compression. May block.
   *
   * @throws WinnowException if it is damaged or too large, or does not find room in time
   */
  public byte[] unpack() {
    return decoder.decode(contentEncoding, packed, this::hold);
  }

  private void hold(long bytes) {
    if (held + bytes > budget.most()) {
      throw new WinnowException(
          ErrorCode.REQUEST_TOO_LARGE,
          "the body unpacks to more than there is room for (limits.requests_in_flight)");
    }
    if (!budget.await(bytes)) {
      throw Intake.overloaded();
    }
    held += bytes;
  }

  /** Gives the room back. */
  @Override
  public void close() {
    budget.give(held);
    held = 0;
  }
}
