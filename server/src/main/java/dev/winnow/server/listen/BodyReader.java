package dev.winnow.server.listen;

import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A request that is answered when its body is complete. */
final class BodyReader extends RequestReader {
  private final BodyRoute route;
  private final RequestBody body;

  BodyReader(Intake intake, BodyRoute route, HttpServerRequest request, Context loop) {
    super(intake, route, request, loop);
    this.route = route;
    this.body = intake.body(head.header("Content-Encoding"));
  }

  @Override
  void start() {
    if (declaredLength() > intake.largest()) {
      refuse(intake.tooLarge());
    } else {
      super.start();
    }
  }

  /** The length that the sender announces; 0 if none, as for a body in chunks. */
  private long declaredLength() {
    String length = head.header("Content-Length");
    return length.isEmpty() || length.length() > 18 ? 0 : Long.parseLong(length);
  }

  @Override
  void begin(Principal sender) {
    // Nothing is done before all of it is there.
  }

  @Override
  void append(Buffer chunk) {
    if (arrived() > intake.largest()) {
      refuse(intake.tooLarge());
    } else if (!body.add(chunk)) {
      request.pause();
      onWorker(() -> {
        body.await(chunk);
        onLoop(request::resume);
      });
    }
  }

  @Override
  void complete(Principal sender) {
    onWorker(() -> answer(sender));
  }

  private void answer(Principal sender) {
    try (body) {
      intake.charge(sender, head.peer(), arrived());
      reply(intake.arrivals().timed(route.receiver(), () -> route.answer(sender, head, body)));
    }
  }

  @Override
  void release() {
    body.close();
  }
}
