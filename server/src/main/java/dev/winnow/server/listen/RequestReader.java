package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** One request that brings records, from its head to its answer. */
abstract class RequestReader {
  /*
   * The event loop of the connection reads the body, virtual threads do what may block: first tell
   * who sends, then answer, and wait for room in between if there is none. Nothing is read before the
   * sender is known. What is refused is read to its end and thrown away, since closing at once may
   * take the answer from the sender; the deadline of the connection bounds that.
   */

  final Intake intake;
  final HttpServerRequest request;
  final HttpHead head;
  private final HttpRoute route;
  private final Context loop;

  /** All that came, also what was thrown away. */
  private long arrived;

  /** What became of the request; empty until it is over. */
  private String result = "";

  RequestReader(Intake intake, HttpRoute route, HttpServerRequest request, Context loop) {
    this.intake = intake;
    this.route = route;
    this.request = request;
    this.head = new HttpHead(request);
    this.loop = loop;
  }

  /** Takes note, on the event loop, that the sender is known and its body is about to come. */
  abstract void begin(Principal sender);

  /** Takes some of the body, on the event loop. */
  abstract void append(Buffer chunk);

  /** Takes note, on the event loop, that all of the body has come. */
  abstract void complete(Principal sender);

  /** Gives back what the request holds. */
  abstract void release();

  void start() {
    request.exceptionHandler(this::breakOff).pause();
    onWorker(() -> {
      Principal sender = intake.admit(head.header("Authorization"));
      onLoop(() -> read(sender));
    });
  }

  private void read(Principal sender) {
    if (!result.isEmpty()) {
      return; // The connection broke before its sender was known.
    }
    if (head.header("Expect").equalsIgnoreCase("100-continue")) {
      request.response().writeContinue();
    }
    begin(sender);
    request.handler(chunk -> attempt(() -> arrive(chunk), this::refuse));
    request.endHandler(complete -> {
      if (result.isEmpty()) {
        complete(sender);
      }
    });
    request.resume();
  }

  private void arrive(Buffer chunk) {
    arrived += chunk.length();
    append(chunk);
  }

  /** How much of the body has come. */
  final long arrived() {
    return arrived;
  }

  /** Sends the answer to a request that was taken. */
  final void reply(HttpReply reply) {
    onLoop(() -> {
      end(Arrivals.ACCEPTED);
      reply.send(request.response());
    });
  }

  /** The server itself breaks off what is malformed or late, and says so. */
  private void breakOff(Throwable cause) {
    end(cause instanceof WinnowException reason ? reason.code().code() : Arrivals.INCOMPLETE);
  }

  final void onWorker(Runnable work) {
    intake
        .workers()
        .execute(() -> attempt(work, failure -> loop.runOnContext(failed -> refuse(failure))));
  }

  final void onLoop(Runnable work) {
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
  final void refuse(WinnowException reason) {
    if (!end(reason.code().code())) {
      return;
    }
    if (!request.isEnded()) {
      discardRest();
    }
    Refusal.send(route.refuse(head, reason), reason.code(), request.response());
  }

  /** Has what still comes of a request thrown away, about to be told why. */
  void discardRest() {
    request.handler(this::discard);
    request.resume();
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
    release();
    intake.arrivals().add(route.receiver(), how, arrived);
    return true;
  }
}
