package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** One request with a body, from its head to its answer. */
final class BodyReader {
  /*
   * The event loop of the connection reads the body, virtual threads do what may block: first tell
   * who sends, then answer, and wait for room in between if there is none. Nothing is read before the
   * sender is known. What is refused is read to its end and thrown away, since closing at once may
   * take the answer from the sender; the deadline of the connection bounds that.
   */

  private final Intake intake;
  private final BodyRoute route;
  private final HttpServerRequest request;
  private final HttpHead head;
  private final RequestBody body;
  private final Context loop;

  /** All that came, also what was thrown away. */
  private long arrived;

  /** What became of the request; empty until it is over. */
  private String result = "";

  BodyReader(Intake intake, BodyRoute route, HttpServerRequest request, Context loop) {
    this.intake = intake;
    this.route = route;
    this.request = request;
    this.head = new HttpHead(request);
    this.body = intake.body(head.header("Content-Encoding"));
    this.loop = loop;
  }

  void start() {
    request.exceptionHandler(this::breakOff).pause();
    if (declaredLength() > intake.largest()) {
      refuse(intake.tooLarge());
      return;
    }
    onWorker(() -> {
      Principal sender = intake.admit(head.header("Authorization"));
      onLoop(() -> read(sender));
    });
  }

  /** The length that the sender announces; 0 if none, as for a body in chunks. */
  private long declaredLength() {
    String length = head.header("Content-Length");
    return length.isEmpty() || length.length() > 18 ? 0 : Long.parseLong(length);
  }

  private void read(Principal sender) {
    if (!result.isEmpty()) {
      return; // The connection broke before its sender was known.
    }
    if (head.header("Expect").equalsIgnoreCase("100-continue")) {
      request.response().writeContinue();
    }
    request.handler(chunk -> attempt(() -> append(chunk), this::refuse));
    request.endHandler(complete -> {
      if (result.isEmpty()) {
        onWorker(() -> answer(sender));
      }
    });
    request.resume();
  }

  /** The server itself breaks off what is malformed or late, and says so. */
  private void breakOff(Throwable cause) {
    end(cause instanceof WinnowException reason ? reason.code().code() : Arrivals.INCOMPLETE);
  }

  private void append(Buffer chunk) {
    arrived += chunk.length();
    if (arrived > intake.largest()) {
      refuse(intake.tooLarge());
    } else if (!body.add(chunk)) {
      request.pause();
      onWorker(() -> {
        body.await(chunk);
        onLoop(request::resume);
      });
    }
  }

  private void answer(Principal sender) {
    try (body) {
      intake.charge(sender, head.peer(), arrived);
      HttpReply reply =
          intake.arrivals().timed(route.receiver(), () -> route.answer(sender, head, body));
      onLoop(() -> {
        end(Arrivals.ACCEPTED);
        reply.send(request.response());
      });
    }
  }

  private void onWorker(Runnable work) {
    intake
        .workers()
        .execute(() -> attempt(work, failure -> loop.runOnContext(failed -> refuse(failure))));
  }

  private void onLoop(Runnable work) {
    loop.runOnContext(ready -> attempt(work, this::refuse));
  }

  private void attempt(Runnable work, Consumer<WinnowException> otherwise) {
    try {
      work.run();
    } catch (WinnowException failure) {
      otherwise.accept(failure);
    } catch (RuntimeException | Error fault) {
      otherwise.accept(Intake.fault(fault, head.traceId()));
    }
  }

  /** Refuses the request, unless it is over. What still comes of it is thrown away. */
  void refuse(WinnowException reason) {
    if (!end(reason.code().code())) {
      return;
    }
    if (!request.isEnded()) {
      request.handler(this::discard);
      request.resume();
    }
    Refusal.send(route.refuse(head, reason), reason.code(), request.response());
  }

  private void discard(Buffer chunk) {
    intake.arrivals().addBytes(route.receiver(), result, chunk.length());
  }

  /** Ends the request, unless it is over: gives its room back, and counts what became of it. */
  private boolean end(String how) {
    if (!result.isEmpty()) {
      return false;
    }
    result = how;
    body.close();
    intake.arrivals().add(route.receiver(), how, arrived);
    return true;
  }
}
