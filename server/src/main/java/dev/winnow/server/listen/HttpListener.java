package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.LimitsConfig;
import dev.winnow.server.config.TlsConfig;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * One port on which HTTP/1.1 is spoken, with bounds on connections, headers and time. HTTP/2 would
 * need bounds of its own and saves senders of few large requests nothing.
 */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 4096;

  /** What a client may send at once by WebSocket, where nothing is expected of it. */
  private static final int WEB_SOCKET_MESSAGE_BYTES = 4096;

  private final Endpoint endpoint;
  private final Ports ports;
  private final HttpServer server;

  private HttpListener(Vertx vertx, Endpoint endpoint, Ports ports) {
    this.endpoint = endpoint;
    this.ports = ports;
    server =
        vertx
            .createHttpServer(options(ports.limits(), ports.tls()))
            .connectionHandler(this::watch)
            .invalidRequestHandler(HttpListener::refuse);
  }

  /**
   * Opens a port.
   *
   * @param handler answers requests, on an event loop
   * @throws dev.winnow.kernel.WinnowException if the port is taken, the address none of this
   *     machine, or the certificate cannot be used
   */
  public static HttpListener start(
      Vertx vertx, Endpoint endpoint, Ports ports, Handler<HttpServerRequest> handler) {
    HttpListener listener = new HttpListener(vertx, endpoint, ports);
    try {
      await(listener.server.requestHandler(handler).listen(endpoint.port(), endpoint.host()));
    } catch (RuntimeException failure) {
      throw endpoint.notAvailable(failure);
    }
    return listener;
  }

  private static HttpServerOptions options(LimitsConfig limits, TlsConfig tls) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setAcceptBacklog(BACKLOG)
            .setMaxHeaderSize(limits.headerSize().asInt())
            .setMaxInitialLineLength(limits.headerSize().asInt())
            .setHttp2ClearTextEnabled(false)
            .setMaxWebSocketFrameSize(WEB_SOCKET_MESSAGE_BYTES)
            .setMaxWebSocketMessageSize(WEB_SOCKET_MESSAGE_BYTES)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout(Math.toIntExact(limits.idleTimeout().toMillis()));
    if (tls.isEnabled()) {
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificateFile().toString())
                  .setKeyPath(tls.privateKeyFile().toString()));
    }
    return options;
  }

  /** Answers what is no HTTP, after which nothing of the connection can be understood. */
  private static void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    boolean isTooLong =
        cause instanceof TooLongHttpLineException || cause instanceof TooLongHttpHeaderException;
    WinnowException reason =
        isTooLong
            ? new WinnowException(
                ErrorCode.REQUEST_HEAD_TOO_LARGE,
                "the address or the headers are longer than limits.header_size")
            : new WinnowException(ErrorCode.MALFORMED_REQUEST, "the request is no HTTP/1.1");
    String id = TraceId.of(new HttpHead(request)).text();
    request.response().putHeader(Gate.REQUEST_ID, id).putHeader("Connection", "close");
    Problem.of(reason, "", id).send(request.response());
  }

  private void watch(HttpConnection connection) {
    Traffic traffic = ports.traffic();
    if (!traffic.open(endpoint.connections())) {
      connection.close();
      return;
    }
    // Vert.x has no public place for what must see the messages of a connection as they pass.
    ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
    pipeline.addBefore("handler", "watch", new ConnectionWatch(traffic, ports.limits()));
    pipeline.channel().closeFuture().addListener(closed -> traffic.closed());
  }

  /** The port that is open, also where any was asked for. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    await(server.close());
  }

  private static void await(io.vertx.core.Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
