package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One unary call of a known sender, from its message to its answer. */
final class GrpcCall extends ServerCall.Listener<GrpcMessage> {
  private final ServerCall<GrpcMessage, GrpcMessage> call;
  private final GrpcRoute route;
  private final Intake intake;
  private final GrpcCallCounter counter;
  private final Principal sender;
  private Future<?> deadline = CompletableFuture.completedFuture(null);
  private @Nullable GrpcMessage message;
  private boolean isComplete;
  private boolean isClosed;

  GrpcCall(
      ServerCall<GrpcMessage, GrpcMessage> call,
      GrpcCallCounter counter,
      GrpcRoute route,
      Intake intake,
      Principal sender) {
    this.call = call;
    this.counter = counter;
    this.route = route;
    this.intake = intake;
    this.sender = sender;
  }

  /** Cancels {@code deadline} when the message has arrived. */
  void boundBy(Future<?> deadline) {
    this.deadline = deadline;
  }

  @Override
  public void onCancel() {
    deadline.cancel(false);
  }

  @Override
  public void onMessage(GrpcMessage received) {
    if (message != null) {
      close(new WinnowException(ErrorCode.MALFORMED_REQUEST, "the call has more than one message"));
    }
    message = received;
  }

  @Override
  public void onHalfClose() {
    deadline.cancel(false);
    if (!complete()) {
      return;
    }
    GrpcMessage request = message;
    if (request == null) {
      close(new WinnowException(ErrorCode.MALFORMED_REQUEST, "the call has no message"));
      return;
    }
    try {
      byte[] bytes = request.bytes();
      intake.charge(sender, peer(), bytes.length);
      byte[] response =
          intake.arrivals().timed(route.receiver(), () -> route.answer(sender, peer(), bytes));
      counter.accepted();
      send(response);
    } catch (WinnowException failure) {
      close(failure);
    } catch (RuntimeException | Error fault) {
      close(Intake.fault(fault, TraceId.random()));
    }
  }

  /** Whether the call is to be answered: nobody has ended it while it arrived. */
  private synchronized boolean complete() {
    isComplete = true;
    return !isClosed && counter.begin();
  }

  private synchronized void send(byte[] response) {
    if (!isClosed) {
      isClosed = true;
      call.sendHeaders(new Metadata());
      call.sendMessage(GrpcMessage.of(response));
      call.close(Status.OK, new Metadata());
    }
  }

  /** Ends the call if its message is still on its way. */
  synchronized void closeIfArriving(WinnowException reason) {
    if (!isComplete) {
      close(reason);
    }
  }

  private synchronized void close(WinnowException reason) {
    if (!isClosed) {
      isClosed = true;
      close(call, counter, reason);
    }
  }

  /** Ends a call that is not answered. */
  static void close(
      ServerCall<GrpcMessage, GrpcMessage> call, GrpcCallCounter counter, WinnowException reason) {
    counter.refused(reason);
    call.close(GrpcFailure.status(reason), GrpcFailure.trailers(reason));
  }

  private String peer() {
    SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    return address instanceof InetSocketAddress internet ? internet.getHostString() : "";
  }
}
