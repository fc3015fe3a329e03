package dev.winnow.server.live;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordId;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of a WebSocket (RFC 6455), who answers a ping before the next one. */
final class WebSocketWire implements Wire {
  private static final short GOING_AWAY = 1001;
  private static final short POLICY_VIOLATION = 1008;
  private static final short TRY_AGAIN_LATER = 1013;

  /** Messages that are written one after the other go to the network together, so many at most. */
  private static final int MOST_TOGETHER = 256;

  private final ServerWebSocket socket;
  private final EventLoop loop;
  private volatile boolean isHeardOf = true;

  WebSocketWire(ServerWebSocket socket, HttpConnection connection) {
    this.socket = socket;
    // Vert.x writes each message to the network at once, and has no public place to change that.
    Channel channel = ((ConnectionBase) connection).channel();
    channel
        .pipeline()
        .addBefore("handler", "together", new FlushConsolidationHandler(MOST_TOGETHER, true));
    loop = channel.eventLoop();
    socket.pongHandler(_ -> isHeardOf = true);
    socket.exceptionHandler(_ -> {});
  }

  @Override
  public Future<Void> send(List<LiveMessage> messages) {
    Promise<Void> sent = Promise.promise();
    loop.execute(() -> write(messages).onComplete(sent));
    return sent.future();
  }

  private Future<Void> write(List<LiveMessage> messages) {
    Future<Void> last = Future.succeededFuture();
    for (LiveMessage message : messages) {
      last = socket.writeTextMessage(message.json());
    }
    return last;
  }

  @Override
  public Future<Void> beat(@Nullable RecordId place) {
    if (!isHeardOf) {
      return Future.failedFuture("the reader is gone");
    }
    isHeardOf = false;
    Future<Void> ping = socket.writePing(Buffer.buffer());
    return place == null ? ping : send(List.of(LiveMessage.ofPlace(place)));
  }

  @Override
  public void end(WinnowException reason) {
    if (!socket.isClosed()) {
      var _ = socket.writeTextMessage(LiveMessage.ofEnd(reason));
      var _ = socket.close(status(reason.code()));
    }
  }

  private static short status(ErrorCode code) {
    if (code == ErrorCode.SHUTTING_DOWN) {
      return GOING_AWAY;
    }
    return code.kind() == ErrorCode.Kind.TRANSIENT ? TRY_AGAIN_LATER : POLICY_VIOLATION;
  }

  @Override
  public void onClose(Runnable work) {
    socket.closeHandler(_ -> work.run());
  }
}
