package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of one call against the room for all while they arrive. */
final class GrpcBodyMeter extends ServerStreamTracer {
  /*
   * gRPC tells of bytes that have come already, and on a thread that must not wait. So bytes without
   * room wait for it on a thread of their own while the call goes on; if they find none in time, the
   * call ends. The room sets a bound to what waits in this way.
   */

  static final Context.Key<GrpcBodyMeter> KEY = Context.key("winnow.body_meter");

  private final BodyBudget.Share room;
  private final Executor workers;
  private @Nullable WinnowException refusal;
  private Consumer<WinnowException> whenFull = reason -> {};

  GrpcBodyMeter(BodyBudget budget, Executor workers) {
    this.room = budget.share();
    this.workers = workers;
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(KEY, this);
  }

  /** Sets what to do when there is no room for the next bytes. */
  synchronized void whenFull(Consumer<WinnowException> action) {
    whenFull = action;
    if (refusal != null) {
      action.accept(refusal);
    }
  }

  @Override
  public void inboundWireSize(long bytes) {
    hold(bytes);
  }

  @Override
  public void inboundUncompressedSize(long bytes) {
    hold(bytes);
  }

  private void hold(long bytes) {
    if (!room.take(bytes)) {
      workers.execute(() -> await(bytes));
    }
  }

  private void await(long bytes) {
    try {
      room.await(bytes);
    } catch (WinnowException reason) {
      giveUp(reason);
    }
  }

  private synchronized void giveUp(WinnowException reason) {
    if (refusal == null) {
      refusal = reason;
      whenFull.accept(reason);
    }
  }

  @Override
  public void streamClosed(Status status) {
    room.close();
  }
}
