package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
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
    HttpContent content = new DefaultHttpContent(Unpooled.buffer());
    content.setDecoderResult(DecoderResult.failure(new NumberFormatException("zz")));
    return content;
  }

  @Test
  void tellsSenderAndReaderOnceWhyARequestIsBrokenOff() {
    connection.writeInbound(head(), broken(), broken());

    HttpResponse answer = connection.readOutbound();
    assertThat(answer.status().code()).isEqualTo(400);
    assertThat(connection.<Object>readOutbound()).isNull();
    assertThat(reasons).containsExactly(ErrorCode.MALFORMED_REQUEST);
    assertThat(connection.isOpen()).isFalse();
    assertThat(traffic.unanswered()).isZero();
  }

  /** The sender would take it for the answer to the first. */
  @Test
  void tellsNothingWhileAnotherRequestWaitsForItsAnswer() {
    connection.writeInbound(whole(), head(), broken());

    assertThat(connection.<Object>readOutbound()).isNull();
    assertThat(connection.isOpen()).isFalse();
    assertThat(traffic.unanswered()).isZero();
  }
}
