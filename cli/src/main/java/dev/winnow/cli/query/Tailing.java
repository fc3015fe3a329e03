package dev.winnow.cli.query;

import dev.winnow.cli.client.EventReader;
import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints what a server stores, on one connection after the other. */
final class Tailing {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ServerClient client;
  private final Supplier<Question> question;
  private final Console console;
  private final RecordDisplay display;
  private String cursor = "";
  private boolean hasBegun;
  private boolean isLost;

  Tailing(
      ServerClient client, Supplier<Question> question, Console console, RecordDisplay display) {
    this.client = client;
    this.question = question;
    this.console = console;
    this.display = display;
  }

  /** Returns when the user has seen enough; a server that cannot be reached at first is a fault. */
  void run() {
    do {
      try (EventReader events = client.follow(question.get().with("after", cursor))) {
        if (isLost) {
          console.say("connected again; what was stored meanwhile follows");
          isLost = false;
        }
        hasBegun = true;
        follow(events);
      } catch (IOException lost) {
        // Tried again, as what ends in an orderly way is.
      } catch (WinnowException refusal) {
        endUnlessItMayPass(refusal);
      }
    } while (!isOver() && !pause());
  }

  private void follow(EventReader events) throws IOException {
    try {
      for (String event = events.next(); event != null && !isOver(); event = events.next()) {
        show(event);
      }
    } finally {
      cursor = events.id().isEmpty() ? cursor : events.id();
    }
  }

  private boolean isOver() {
    return console.out().isClosed()
        || console.interruption().isRequested()
        || Thread.currentThread().isInterrupted();
  }

  /** What a server refuses for now, or cannot be asked for as it is started again. */
  private void endUnlessItMayPass(WinnowException refusal) {
    boolean hasNewData = refusal.code() == ErrorCode.INVALID_CURSOR && !cursor.isEmpty();
    boolean mayPass =
        refusal.code() == ErrorCode.SERVER_NOT_REACHABLE
            || refusal.code().kind() == ErrorCode.Kind.TRANSIENT;
    if (isOver()) {
      return;
    }
    if (!hasBegun || !(mayPass || hasNewData)) {
      throw refusal;
    }
    if (hasNewData) {
      console.say("the server has other data than before; what it stores from now on follows");
      cursor = "";
    }
  }

  /** Waits before the next try; returns whether none is wanted. */
  private boolean pause() {
    if (!isLost) {
      console.say("the connection to the server is lost; trying again every second");
      isLost = true;
    }
    return console.interruption().await(PAUSE);
  }

  private void show(String event) {
    Attributes message = Answers.object(AnyValueJson.read(new JsonScanner().reset(event)));
    switch (message.value("type").text()) {
      case "new_log" -> {
        display.show(Answers.object(message.value("data")));
        console.out().flush();
      }
      case "dropped" -> console.say(dropped(message.value("count")));
      default -> {
        // Where the reader is, or why nothing more comes, which the end of the events tells too.
      }
    }
  }

  private static String dropped(AnyValue count) {
    return count instanceof AnyValue.IntValue known
        ? Figures.count(known.value()) + " records are left out, as they came too fast"
        : "records are left out, as more were stored meanwhile than are shown";
  }
}
