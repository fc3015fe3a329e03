package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicLong;

/** Counts one call, and the bytes of its message as they come. */
final class GrpcCallCounter extends ServerStreamTracer {
  static final Context.Key<GrpcCallCounter> KEY = Context.key("winnow.call_counter");

  private final Traffic traffic;
  private final Arrivals arrivals;
  private final String receiver;
  private final AtomicLong arrived = new AtomicLong();
  private volatile String refusal = "";

  /** A counter of a call that begins, to a receiver. */
  GrpcCallCounter(Traffic traffic, Arrivals arrivals, String receiver) {
    this.traffic = traffic;
    this.arrivals = arrivals;
    this.receiver = receiver;
    traffic.begin();
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(KEY, this);
  }

  /** Notes why the call is refused; its status alone does not tell. */
  void refused(WinnowException reason) {
    refusal = reason.code().code();
  }

  @Override
  public void inboundWireSize(long bytes) {
    arrived.addAndGet(bytes);
  }

  @Override
  public void streamClosed(Status status) {
    arrivals.add(receiver, refusal.isEmpty() ? result(status.getCode()) : refusal, arrived.get());
    traffic.grpcStatus(status.getCode());
    traffic.end();
  }

  /** What became of a call that gRPC itself has ended. */
  private static String result(Status.Code code) {
    return switch (code) {
      case OK -> Arrivals.ACCEPTED;
      case CANCELLED -> Arrivals.INCOMPLETE;
      case RESOURCE_EXHAUSTED -> ErrorCode.REQUEST_TOO_LARGE.code();
      case UNIMPLEMENTED -> ErrorCode.UNSUPPORTED_MEDIA_TYPE.code();
      default -> ErrorCode.MALFORMED_REQUEST.code();
    };
  }
}
