package dev.winnow.server.listen;

import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request whose body is read as it comes. It has no deadline but that of a connection on which
 * nothing happens, and no limit of size: only a window of it is held at a time. So that those that
 * stay open for days leave room for others, a tenant has a limited number of them.
 */
final class StreamReader extends RequestReader {
  private final StreamRoute route;
  private final BodyStream body;
  private Runnable leave = () -> {};

  StreamReader(Intake intake, StreamRoute route, HttpServerRequest request, Context loop) {
    super(intake, route, request, loop);
    this.route = route;
    this.body =
        new BodyStream(
            intake.budget().share(),
            () -> intake.admit(head.header("Authorization")),
            () -> onLoop(request::resume));
  }

  @Override
  void begin(Principal sender) {
    leave = intake.streams().enter(sender.tenantId());
    ConnectionWatch.of(request.connection()).expectAnyTime();
    onWorker(() -> reply(route.answer(sender, head, body)));
  }

  @Override
  void append(Buffer chunk) {
    if (!body.add(chunk)) {
      request.pause();
    }
  }

  @Override
  void complete(Principal sender) {
    body.complete();
  }

  /** What has no end is not read to its end. */
  @Override
  void discardRest() {
    // Else its sender would send its next request here, where nobody reads any more.
    request
        .response()
        .putHeader("Connection", "close")
        .endHandler(answered -> request.connection().close());
    super.discardRest();
  }

  @Override
  void release() {
    body.breakOff();
    leave.run();
  }
}
