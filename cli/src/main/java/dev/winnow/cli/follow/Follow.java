package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.LiveAnalysis;
import dev.winnow.cli.analysis.News;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.TimeOption;
import dev.winnow.cli.console.Window;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows logs until the user interrupts, what is waited for has come, nobody takes the output any
 * more, or every input has ended, as standard input can.
 */
public final class Follow {
  /*
   * What several threads share is guarded by this object: the analysis, the display, and whether
   * there was a problem. The latch opens when all are to end; then they are interrupted as well, in
   * the midst of a long read.
   */

  private static final String STANDARD_INPUT = "-";

  /** The time between two pictures. */
  private static final long INTERVAL_MILLIS = 500;

  private final Console console;
  private final Scope scope;
  private final Predicate<LiveAnalysis> awaited;
  private final LiveAnalysis analysis;
  private final Display display;
  private final List<FollowedInput> inputs = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private int open;
  private int unreadable;
  private boolean isFound;
  private @Nullable Throwable fault;

  /**
   * Prepares to follow logs.
   *
   * @param json whether to tell what is new as JSON, on a terminal too
   * @param awaited with what to end
   */
  public Follow(
      Console console,
      Scope scope,
      List<String> names,
      boolean json,
      Predicate<LiveAnalysis> awaited) {
    this.console = console;
    this.scope = scope;
    this.awaited = awaited;
    this.analysis = new LiveAnalysis(scope, () -> TimeOption.nanos(Instant.now()));
    Window window = console.terminal().window();
    boolean several = names.size() > 1;
    this.display =
        window == null || json
            ? new NewsLines(console, several, json)
            : new LiveView(console, window, names);
    names.forEach(this::begin);
  }

  private void begin(String name) {
    try {
      FollowedInput input =
          name.equals(STANDARD_INPUT)
              ? FollowedInput.stream("standard input", console.in(), scope.layouts(), end)
              : file(Path.of(name));
      analysis.begin(input.input(), input.records());
      inputs.add(input);
    } catch (InvalidPathException nonsense) {
      complain(name + " is not the name of a file");
    }
  }

  private FollowedInput file(Path path) {
    boolean isThere = !Files.notExists(path);
    if (!isThere) {
      console.say(path + " does not exist yet; waiting for it");
    }
    return FollowedInput.file(path, isThere, scope.layouts(), end);
  }

  /** Follows the logs, and returns what was found in them. */
  public Findings run() {
    boolean isComplete = false;
    List<Thread> threads = new ArrayList<>();
    try {
      open = inputs.size();
      for (int i = 0; i < inputs.size(); i++) {
        int number = i;
        threads.add(
            Thread.ofPlatform().name("follow-" + number).daemon().start(() -> follow(number)));
      }
      watch();
      isComplete = isCaughtUp();
    } finally {
      end.countDown();
      threads.forEach(Follow::stop);
      display.close();
    }
    if (fault != null) {
      throw new IllegalStateException(fault);
    }
    return analysis.findings(!isComplete);
  }

  /** Shows how things stand, until the end. */
  private void watch() {
    try {
      boolean ended = inputs.isEmpty();
      while (!ended && show()) {
        ended = end.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException asked) {
      // The user wishes to see the report, for which nothing must be interrupted any more.
    }
  }

  /** Returns whether somebody can still see it. */
  private synchronized boolean show() {
    display.show(isCaughtUp(), analysis::overview);
    return !console.out().isClosed();
  }

  private boolean isCaughtUp() {
    return inputs.stream().allMatch(FollowedInput::isCaughtUp);
  }

  /** Makes a thread end, and waits for it to take in what it has read. */
  private static void stop(Thread thread) {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(int number) {
    try (FollowedInput input = inputs.get(number)) {
      while (input.next()) {
        take(number, input.isNew());
      }
    } catch (WinnowException refused) {
      complain(String.valueOf(refused.getMessage()));
    } catch (AccessDeniedException denied) {
      complain(denied.getFile() + " may not be read by this user");
    } catch (IOException failure) {
      String name = inputs.get(number).input().name();
      complain(name + " cannot be followed any further (" + failure.getMessage() + ")");
    } catch (RuntimeException | Error broken) {
      fail(broken);
    } finally {
      leave();
    }
  }

  private synchronized void take(int number, boolean isNew) {
    News news = analysis.add(number);
    if (news != null && isNew) {
      display.tell(news);
    }
    if (!isFound && awaited.test(analysis)) {
      isFound = true;
      end.countDown();
    }
  }

  private synchronized void complain(String problem) {
    unreadable++;
    display.complain(problem);
  }

  private synchronized void fail(Throwable broken) {
    fault = broken;
    end.countDown();
  }

  private synchronized void leave() {
    open--;
    if (open == 0) {
      end.countDown();
    }
  }

  /** Whether what was waited for has come. */
  public synchronized boolean isFound() {
    return isFound;
  }

  /** Whether every input could be read. */
  public synchronized boolean areAllRead() {
    return unreadable == 0;
  }
}
