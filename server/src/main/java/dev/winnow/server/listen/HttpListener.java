package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.LimitsConfig;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/** One port on which HTTP is spoken. */
public final class HttpListener implements AutoCloseable {
  private final HttpServer server;

  private HttpListener(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens a port.
   *
   * @throws WinnowException if it is taken, or the address none of this machine
   */
  public static HttpListener start(
      Vertx vertx, Endpoint endpoint, LimitsConfig limits, Handler<HttpServerRequest> handler) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxHeaderSize(limits.headerSize().asInt())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout(Math.toIntExact(limits.idleTimeout().toMillis()));
    HttpServer server = vertx.createHttpServer(options).requestHandler(handler);
    try {
      server
          .listen(endpoint.port(), endpoint.host())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (RuntimeException failure) {
      throw endpoint.notAvailable(failure);
    }
    return new HttpListener(server);
  }

  /** The port that is open, also where any was asked for. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
