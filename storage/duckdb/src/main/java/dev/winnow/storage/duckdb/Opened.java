package dev.winnow.storage.duckdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What is open, to be closed the other way round, each even if another one cannot be. */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Remembers how to close something. */
  <T> T add(T opened, Consumer<T> close) {
    closings.push(() -> close.accept(opened));
    return opened;
  }

  /** Closes everything because of a failure, which stays the one to tell of. */
  void closeAfter(RuntimeException failure) {
    while (!closings.isEmpty()) {
      try {
        closings.pop().run();
      } catch (RuntimeException another) {
        failure.addSuppressed(another);
      }
    }
  }

  /** Closes everything, and tells of the first failure at the end. */
  @Override
  public void close() {
    while (!closings.isEmpty()) {
      try {
        closings.pop().run();
      } catch (RuntimeException failure) {
        closeAfter(failure);
        throw failure;
      }
    }
  }
}
