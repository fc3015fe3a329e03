package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicLong;

/** Counts one call, and the bytes of its message as they come. */
final class GrpcCallCounter extends ServerStreamTracer {
  /*
   * A call can end while it is answered, as its sender leaves or waits no longer. What became of it
   * is known when the answer is, as the records are stored nevertheless.
   */

  static final Context.Key<GrpcCallCounter> KEY = Context.key("winnow.call_counter");

  /** The receiver of calls to methods that there are not. */
  static final String NO_RECEIVER = "none";

  private static final int FIRST_SERVER_ERROR = 500;

  private final Traffic traffic;
  private final Arrivals arrivals;
  private final String receiver;
  private final AtomicLong arrived = new AtomicLong();
  private String result = "";
  private boolean isAtWork;
  private boolean isClosed;

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

  /** Notes that the call is being answered from now on; false if it has ended already. */
  synchronized boolean begin() {
    isAtWork = !isClosed;
    return isAtWork;
  }

  /** Notes that all of the call is done, whether or not its sender still hears of it. */
  void accepted() {
    settle(Arrivals.ACCEPTED);
  }

  /** Notes why the call is refused; its status alone does not tell. */
  void refused(WinnowException reason) {
    if (reason.code().httpStatus() >= FIRST_SERVER_ERROR) {
      traffic.fault();
    }
    settle(reason.code().code());
  }

  @Override
  public void inboundWireSize(long bytes) {
    arrived.addAndGet(bytes);
  }

  @Override
  public synchronized void streamClosed(Status status) {
    isClosed = true;
    if (!result.isEmpty()) {
      count();
    } else if (!isAtWork) {
      settle(result(status.getCode()));
    }
    traffic.grpcStatus(status.getCode());
    traffic.end();
  }

  private synchronized void settle(String how) {
    if (result.isEmpty()) {
      result = how;
      if (isClosed) {
        count();
      }
    }
  }

  private void count() {
    arrivals.add(receiver, result, arrived.get());
  }

  /** What became of a call that gRPC itself has ended. */
  private String result(Status.Code code) {
    return switch (code) {
      case OK -> Arrivals.ACCEPTED;
      case CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE -> Arrivals.INCOMPLETE;
      case RESOURCE_EXHAUSTED -> ErrorCode.REQUEST_TOO_LARGE.code();
      case UNIMPLEMENTED ->
          receiver.equals(NO_RECEIVER)
              ? ErrorCode.NOT_FOUND.code()
              : ErrorCode.UNSUPPORTED_MEDIA_TYPE.code();
      default -> ErrorCode.MALFORMED_REQUEST.code();
    };
  }
}
