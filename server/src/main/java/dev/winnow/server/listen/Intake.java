package dev.winnow.server.listen;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Authenticator;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.storage.control.Role;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;

/**
 * What every request with records must pass, whatever its protocol.
 *
 * @param authenticator tells whose they are
 * @param rate how much each may send
 * @param budget room for bodies
 * @param streams how many bodies are read as they come
 * @param bodies takes their compression away
 * @param space whether the disk has room for what they hold
 * @param largest the largest body as it comes, in bytes
 * @param arrivals counts requests and bytes
 * @param workers runs each request on a virtual thread of its own
 */
public record Intake(
    Authenticator authenticator,
    RateLimit rate,
    BodyBudget budget,
    OpenStreams streams,
    BodyDecoder bodies,
    FreeSpace space,
    long largest,
    Arrivals arrivals,
    Executor workers) {
  private static final Logger LOGGER = System.getLogger(Intake.class.getName());

  /** The sender, who may send records. */
  Principal admit(String authorization) {
    Principal sender = authenticator.authenticate(authorization);
    sender.require(Role.EDITOR);
    space.requireForIntake();
    return sender;
  }

  /** The body of a request that begins. */
  RequestBody body(String contentEncoding) {
    return new RequestBody(contentEncoding, bodies, budget.share());
  }

  /** Counts a body that is complete against the rate of its sender. */
  void charge(Principal sender, String peer, long bytes) {
    rate.take(sender.tokenId().isEmpty() ? peer : sender.tokenId(), bytes);
  }

  WinnowException tooLarge() {
    return new WinnowException(
        ErrorCode.REQUEST_TOO_LARGE,
        "the body has more than %d bytes (limits.request_size)".formatted(largest));
  }

  /** What a sender is told of a fault that nobody foresaw; lack of memory is nobody's fault. */
  static WinnowException fault(Throwable fault, String traceId) {
    String message = "the request could not be answered; trace_id " + traceId;
    LOGGER.log(Level.ERROR, message, fault);
    return fault instanceof OutOfMemoryError
        ? new WinnowException(ErrorCode.OVERLOADED, "there was no memory for the request")
        : new WinnowException(ErrorCode.INTERNAL_ERROR, message);
  }
}
