package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ConnectionWatchTest {
  private final List<ErrorCode> reasons = new ArrayList<>();
  private final Traffic traffic = new Traffic(new SimpleMeterRegistry());
  private final EmbeddedChannel connection =
      new EmbeddedChannel(
          new ConnectionWatch(traffic, TestServer.config().limits()),
          new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
              reasons.add(((WinnowException) cause).code());
            }
          });

  private static DefaultHttpRequest head() {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
  }

  private static DefaultFullHttpRequest whole() {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
  }

  private static HttpContent broken() {
    HttpContent content = part();
    content.setDecoderResult(DecoderResult.failure(new NumberFormatException("zz")));
    return content;
  }

  private static HttpContent part() {
    return new DefaultHttpContent(Unpooled.buffer());
  }

  private static HttpResponse refusal() {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
  }

  @Test
  void tellsSenderAndReaderOnceWhyARequestIsBrokenOff() {
    connection.writeInbound(head(), broken(), broken());

    HttpResponse answer = connection.readOutbound();
    assertThat(answer.status().code()).isEqualTo(400);
    assertThat(connection.<Object>readOutbound()).isNull();
    assertThat(reasons).containsExactly(ErrorCode.MALFORMED_REQUEST);
    assertThat(traffic.unanswered()).isZero();
  }

  @Test
  void lingersUntilARequestIsCompleteThatWasAnsweredBefore() {
    connection.writeInbound(head());
    connection.writeOutbound(refusal());
    ChannelFuture closing = connection.close();

    connection.writeInbound(part());
    assertThat(connection.isOpen()).isTrue();
    assertThat(connection.<Object>readInbound()).isInstanceOf(DefaultHttpRequest.class);
    connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(connection.isOpen()).isFalse();
    assertThat(closing.isSuccess()).isTrue();
    assertThat(connection.<Object>readInbound()).isNull();
  }

  @Test
  void lingersForFiveSecondsAtMost() {
    connection.freezeTime();
    connection.writeInbound(head());
    connection.writeOutbound(refusal());
    assertThat(connection.pipeline().close().isDone()).isFalse();

    connection.advanceTimeBy(4999, TimeUnit.MILLISECONDS);
    connection.writeInbound(part());
    assertThat(connection.pipeline().close().isDone()).isFalse();
    assertThat(connection.isOpen()).isTrue();
    connection.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void closesAtOnceWhereNothingIsUnderWay() {
    connection.writeInbound(whole());
    connection.writeOutbound(refusal());

    assertThat(connection.close().isSuccess()).isTrue();
    assertThat(connection.isOpen()).isFalse();
  }

  /** The sender would take it for the answer to the first. */
  @Test
  void tellsNothingWhileAnotherRequestWaitsForItsAnswer() {
    connection.writeInbound(whole(), head(), broken());

    assertThat(connection.<Object>readOutbound()).isNull();
    assertThat(connection.isOpen()).isFalse();
    assertThat(traffic.unanswered()).isZero();
  }

  @Test
  void givesAWebSocketAllTheTimeItWants() {
    connection.freezeTime();
    connection.writeInbound(whole());
    connection.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
    assertThat(traffic.unanswered()).isZero();

    connection.advanceTimeBy(1, TimeUnit.DAYS);
    connection.runScheduledPendingTasks();
    assertThat(connection.isOpen()).isTrue();
  }
}
