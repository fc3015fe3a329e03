package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.LimitsConfig;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request is late or breaks off, so that its sender hears why, and
 * counts the requests.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whoever wants to know of a write has a promise.
final class ConnectionWatch extends ChannelDuplexHandler {
  /*
   * A sender that trickles its bytes keeps a plain idle timeout from ever firing. So there is one
   * deadline at a time, which bytes do not move: for the first head since the connection was opened,
   * for a body since its head, for the next head since the last answer. None runs while the server
   * is at work, nor for a body that is read as it comes, nor once a connection is a WebSocket. All methods run on the event loop of the connection.
   *
   * Whoever closes a connection on which bytes still arrive, or lie unread, resets it, and the sender
   * may lose an answer that it has not read yet. So if a request was answered before it was complete,
   * the connection is closed for writing only, whoever asks for it, and what comes is thrown away
   * until the request is complete, the sender closes, or it has had time enough to read (RFC 9112,
   * section 9.6).
   */

  private static final Duration LINGERING = Duration.ofSeconds(5);

  private final Traffic traffic;
  private final Duration readTimeout;
  private final Duration idleTimeout;
  private @Nullable Future<?> deadline;
  private int unanswered;
  private boolean isArriving;
  private boolean isAnswering;
  private boolean isLingering;
  private boolean isWebSocket;

  ConnectionWatch(Traffic traffic, LimitsConfig limits) {
    this.traffic = traffic;
    this.readTimeout = limits.readTimeout();
    this.idleTimeout = limits.idleTimeout();
  }

  /** The watch of a connection. */
  static ConnectionWatch of(HttpConnection connection) {
    // Vert.x has no public place for what must see the messages of a connection as they pass.
    return ((ConnectionBase) connection).channel().pipeline().get(ConnectionWatch.class);
  }

  /** Sets no deadline to the request that is arriving. On the event loop of the connection. */
  void expectAnyTime() {
    cancel();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    expectWithin(context, readTimeout);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (isLingering) {
      discard(context, message);
      return;
    }
    if (message instanceof HttpContent body
        && !(message instanceof HttpRequest)
        && body.decoderResult().isFailure()) {
      body.release();
      end(
          context,
          new WinnowException(ErrorCode.MALFORMED_REQUEST, "the chunks of the body are broken"));
      return;
    }
    if (message instanceof HttpRequest) {
      unanswered++;
      traffic.begin();
      isArriving = true;
      expectWithin(context, readTimeout);
    }
    if (isLast(message)) {
      isArriving = false;
      expectNext(context);
    }
    context.fireChannelRead(message);
  }

  /** Whether a message completes a request; what follows a head that is broken never does. */
  private static boolean isLast(Object message) {
    return message instanceof LastHttpContent last && last.decoderResult().isSuccess();
  }

  private static void discard(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
    if (isLast(message)) {
      context.close();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean isInterim =
        message instanceof HttpResponse response
            && response.status().equals(HttpResponseStatus.CONTINUE);
    if (!isInterim) {
      noteAnswer(context, message);
    }
    context.write(message, promise);
  }

  private void noteAnswer(ChannelHandlerContext context, Object message) {
    if (unanswered == 0) {
      return; // It comes too late: the watch itself has answered.
    }
    if (message instanceof HttpResponse response) {
      isAnswering = true;
      traffic.status(response.status().code());
      isWebSocket = response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }
    if (message instanceof LastHttpContent) {
      isAnswering = false;
      unanswered--;
      traffic.end();
      expectNext(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel();
    context.fireChannelInactive();
    for (; unanswered > 0; unanswered--) {
      traffic.end();
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (!isArriving || unanswered > 0) {
      context.close(promise);
      return;
    }
    Channel channel = context.channel();
    channel.closeFuture().addListener(closed -> promise.trySuccess());
    if (!isLingering) {
      isLingering = true;
      linger(context, channel);
    }
  }

  private void linger(ChannelHandlerContext context, Channel channel) {
    if (channel instanceof DuplexChannel plain
        && channel.pipeline().get(SslHandler.class) == null) {
      plain.shutdownOutput();
    }
    schedule(context, LINGERING, context::close);
    channel.config().setAutoRead(true);
  }

  /** Waits for the next request, if none is arriving or at work. */
  private void expectNext(ChannelHandlerContext context) {
    if (unanswered == 0 && !isArriving && !isWebSocket) {
      expectWithin(context, idleTimeout);
    } else if (!isArriving) {
      cancel();
    }
  }

  private void expectWithin(ChannelHandlerContext context, Duration patience) {
    schedule(context, patience, () -> giveUp(context));
  }

  private void schedule(ChannelHandlerContext context, Duration delay, Runnable work) {
    cancel();
    deadline = context.executor().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void cancel() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private void giveUp(ChannelHandlerContext context) {
    end(
        context,
        new WinnowException(
            ErrorCode.REQUEST_TIMEOUT, "the request did not arrive in time (limits.read_timeout)"));
  }

  /**
   * Closes the connection. If one request is on its way and no other waits for its answer, its
   * sender is told why first, and so is its reader.
   */
  private void end(ChannelHandlerContext context, WinnowException reason) {
    cancel();
    if (!isArriving || isAnswering || unanswered != 1) {
      context.channel().close();
      return;
    }
    unanswered = 0;
    traffic.status(reason.code().httpStatus());
    context.writeAndFlush(answer(reason)).addListener(ChannelFutureListener.CLOSE);
    context.fireExceptionCaught(reason);
    traffic.end();
  }

  private static HttpResponse answer(WinnowException reason) {
    DefaultFullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reason.code().httpStatus()),
            Unpooled.EMPTY_BUFFER);
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, "0");
    return answer;
  }
}
