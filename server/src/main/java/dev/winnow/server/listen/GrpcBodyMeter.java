package dev.winnow.server.listen;

import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/** Counts the bytes of one call against the room for all while they arrive. */
final class GrpcBodyMeter extends ServerStreamTracer {
  static final Context.Key<GrpcBodyMeter> KEY = Context.key("winnow.body_meter");

  private final BodyBudget budget;
  private long held;
  private boolean isFull;
  private boolean isClosed;
  private Runnable whenFull = () -> {};

  GrpcBodyMeter(BodyBudget budget) {
    this.budget = budget;
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
  public synchronized void inboundWireSize(long bytes) {
    hold(bytes);
  }

  @Override
  public synchronized void inboundUncompressedSize(long bytes) {
    hold(bytes);
  }

  /** What is read of a message after its call was cancelled would never be given back. */
  private void hold(long bytes) {
    if (isClosed) {
      return;
    }
    if (budget.take(bytes)) {
      held += bytes;
    } else if (!isFull) {
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
