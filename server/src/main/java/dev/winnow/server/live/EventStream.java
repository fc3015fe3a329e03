package dev.winnow.server.live;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of server-sent events (WHATWG HTML, section 9.2); their id is the cursor. */
final class EventStream implements Wire {
  private final HttpServerResponse response;

  EventStream(HttpServerRequest request) {
    response =
        request
            .response()
            .putHeader("Content-Type", "text/event-stream")
            .putHeader("Cache-Control", "no-store")
            .setChunked(true);
    request.resume();
  }

  @Override
  public Future<Void> send(List<LiveMessage> messages) {
    StringBuilder events = new StringBuilder();
    for (LiveMessage message : messages) {
      events.append("id: ").append(message.cursor()).append('\n');
      events.append("data: ").append(message.json()).append("\n\n");
    }
    return response.write(events.toString());
  }

  /** A comment; an id without data moves where the reader goes on, and is no event. */
  @Override
  public Future<Void> beat(@Nullable RecordId place) {
    return response.write(place == null ? ":\n\n" : ":\nid: " + place + "\n\n");
  }

  @Override
  public void end(WinnowException reason) {
    if (!response.ended() && !response.closed()) {
      var _ = response.end("data: " + LiveMessage.ofEnd(reason) + "\n\n");
    }
  }

  @Override
  public void onClose(Runnable work) {
    response.closeHandler(_ -> work.run());
  }
}
