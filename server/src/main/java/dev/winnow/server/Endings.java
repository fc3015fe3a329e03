package dev.winnow.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to end what has begun: what began last is first, and each is ended also if another fails. */
final class Endings implements AutoCloseable {
  private final Deque<Runnable> endings = new ArrayDeque<>();

  void push(Runnable ending) {
    endings.push(ending);
  }

  @Override
  public void close() {
    if (!endings.isEmpty()) {
      try {
        endings.pop().run();
      } finally {
        close();
      }
    }
  }
}
