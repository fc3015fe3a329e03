package dev.winnow.server.listen;

import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request whose body is read as it comes. It has no deadline but that of a connection on which
 * nothing happens, and no limit of size: only a window of it is held at a time.
 */
final class StreamReader extends RequestReader {
  private final StreamRoute route;
  private final BodyBudget.Share room;
  private final BodyStream body;

  StreamReader(Intake intake, StreamRoute route, HttpServerRequest request, Context loop) {
    super(intake, route, request, loop);
    this.route = route;
    this.room = intake.budget().share();
    this.body = new BodyStream(() -> onLoop(request::resume));
  }

  @Override
  void begin(Principal sender) {
    ConnectionWatch.of(request.connection()).expectAnyTime();
    onWorker(() -> {
      room.await(Math.min(BodyStream.WINDOW, intake.largest()));
      reply(route.answer(sender, head, body));
    });
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
    request.response().endHandler(answered -> request.connection().close());
    super.discardRest();
  }

  @Override
  void release() {
    room.close();
    body.breakOff();
  }
}
