package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

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
  private final Context loop;
  private final Buffer body = Buffer.buffer();

  /** All that came, also what was thrown away. */
  private long arrived;

  /** What became of the request; empty while that is open. */
  private String result = "";

  private boolean isRefused;

  BodyReader(Intake intake, BodyRoute route, HttpServerRequest request, Context loop) {
    this.intake = intake;
    this.route = route;
    this.request = request;
    this.head = new HttpHead(request);
    this.loop = loop;
  }

  void start() {
    request.pause();
    if (declaredLength() > intake.largest()) {
      refuse(intake.tooLarge());
      return;
    }
    onWorker(() -> {
      Principal sender = intake.admit(head.header("Authorization"));
      loop.runOnContext(admitted -> read(sender));
    });
  }

  /** The length that the sender announces; 0 if none, as for a body in chunks. */
  private long declaredLength() {
    String length = head.header("Content-Length");
    return length.isEmpty() || length.length() > 18 ? 0 : Long.parseLong(length);
  }

  private void read(Principal sender) {
    if (request.isEnded()) {
      settle(Arrivals.INCOMPLETE); // The sender broke the connection before it was known.
      return;
    }
    if (head.header("Expect").equalsIgnoreCase("100-continue")) {
      request.response().writeContinue();
    }
    request.exceptionHandler(broken -> {
      giveBack();
      settle(Arrivals.INCOMPLETE);
    });
    request.handler(this::append);
    request.endHandler(complete -> {
      if (!isRefused) {
        onWorker(() -> answer(sender));
      }
    });
    request.resume();
  }

  private void append(Buffer chunk) {
    arrived += chunk.length();
    if (body.length() + (long) chunk.length() > intake.largest()) {
      refuse(intake.tooLarge());
    } else if (intake.budget().take(chunk.length())) {
      body.appendBuffer(chunk);
    } else {
      request.pause();
      intake.workers().execute(() -> waitForRoom(chunk));
    }
  }

  private void waitForRoom(Buffer chunk) {
    boolean hasRoom = intake.budget().await(chunk.length());
    loop.runOnContext(waited -> {
      if (isRefused) {
        intake.budget().give(hasRoom ? chunk.length() : 0);
      } else if (hasRoom) {
        body.appendBuffer(chunk);
        request.resume();
      } else {
        refuse(Intake.overloaded());
      }
    });
  }

  private void answer(Principal sender) {
    byte[] bytes = body.getBytes();
    try (RequestBody whole = intake.body(bytes, head.header("Content-Encoding"))) {
      intake.charge(sender, head.peer(), bytes.length);
      HttpReply reply = route.answer(sender, head, whole);
      loop.runOnContext(done -> {
        settle(Arrivals.ACCEPTED);
        reply.send(request.response());
      });
    }
  }

  private void onWorker(Runnable work) {
    intake
        .workers()
        .execute(() -> {
          WinnowException failure = attempt(work);
          if (failure != null) {
            loop.runOnContext(failed -> reject(failure));
          }
        });
  }

  private static @Nullable WinnowException attempt(Runnable work) {
    try {
      work.run();
      return null;
    } catch (WinnowException failure) {
      return failure;
    } catch (RuntimeException | Error fault) {
      return Intake.fault(fault);
    }
  }

  /** Refuses a body that is not read or not complete. */
  void refuse(WinnowException reason) {
    giveBack();
    reject(reason);
  }

  private void giveBack() {
    if (!isRefused) {
      isRefused = true;
      intake.budget().give(body.length());
    }
  }

  private void reject(WinnowException reason) {
    isRefused = true;
    settle(reason.code().code());
    if (!request.isEnded()) {
      request.handler(this::discard);
      request.resume();
    }
    if (!request.response().ended()) {
      Refusal.send(route.refuse(head, reason), reason.code(), request.response());
    }
  }

  private void discard(Buffer chunk) {
    intake.arrivals().addBytes(route.receiver(), result, chunk.length());
  }

  private void settle(String how) {
    if (result.isEmpty()) {
      result = how;
      intake.arrivals().add(route.receiver(), how, arrived);
    }
  }
}
