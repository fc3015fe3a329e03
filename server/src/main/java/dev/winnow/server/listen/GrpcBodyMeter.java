package dev.winnow.server.listen;

import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.Executor;

/** Counts the bytes of one call against the room for all while they arrive. */
final class GrpcBodyMeter extends ServerStreamTracer {
  /*
   * gRPC tells of bytes that have come already, and on a thread that must not wait. So bytes without
   * room wait for it on a thread of their own while the call goes on; if they find none in time, the
   * call ends. The room sets a bound to what waits in this way.
   */

  static final Context.Key<GrpcBodyMeter> KEY = Context.key("winnow.body_meter");

  private final BodyBudget budget;
  private final Executor workers;
  private long held;
  private boolean isFull;
  private boolean isClosed;
  private Runnable whenFull = () -> {};

  GrpcBodyMeter(BodyBudget budget, Executor workers) {
    this.budget = budget;
    this.workers = workers;
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(KEY, this);
  }

  /** Sets what to do when there is no room for the next bytes. */
  synchronized void whenFull(Runnable action) {
    whenFull = action;
    if (isFull) {
      action.run();
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
    if (budget.take(bytes)) {
      keep(bytes);
    } else {
      workers.execute(() -> await(bytes));
    }
  }

  private void await(long bytes) {
    if (budget.await(bytes)) {
      keep(bytes);
    } else {
      giveUp();
    }
  }

  /** What is read of a message after its call was cancelled would never be given back. */
  private synchronized void keep(long bytes) {
    if (isClosed) {
      budget.give(bytes);
    } else {
      held += bytes;
    }
  }

  private synchronized void giveUp() {
    if (!isFull && !isClosed) {
      isFull = true;
      whenFull.run();
    }
  }

  @Override
  public synchronized void streamClosed(Status status) {
    isClosed = true;
    budget.give(held);
    held = 0;
  }
}
