package dev.winnow.server.listen;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests of all ports, and those that are not answered yet. */
public final class Traffic {
  private static final int CLASSES = 6;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Counter[] answers = new Counter[CLASSES];
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder requests = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private int unanswered;

  public Traffic(MeterRegistry metrics) {
    for (int i = 1; i < CLASSES; i++) {
      answers[i] =
          Counter.builder("winnow.http.requests")
              .description("Requests that were answered, by class of status")
              .tag("status", i + "xx")
              .register(metrics);
    }
    Gauge.builder("winnow.connections", connections, AtomicInteger::get)
        .description("Connections that are open")
        .register(metrics);
    Gauge.builder("winnow.requests.unanswered", this, Traffic::unanswered)
        .description("Requests that are not answered yet")
        .register(metrics);
  }

  /** Requests so far. */
  public long requests() {
    return requests.sum();
  }

  /** Requests so far that were answered with a fault of the server. */
  public long errors() {
    return errors.sum();
  }

  /** Requests that are not answered yet. */
  public int unanswered() {
    lock.lock();
    try {
      return unanswered;
    } finally {
      lock.unlock();
    }
  }

  /** Counts a connection, unless there are as many as are allowed. */
  boolean open(int most) {
    if (connections.incrementAndGet() <= most) {
      return true;
    }
    connections.decrementAndGet();
    return false;
  }

  void closed() {
    connections.decrementAndGet();
  }

  void begin() {
    requests.increment();
    add(1);
  }

  /** Counts the status with which a request is being answered. */
  void status(int status) {
    int kind = status / 100;
    if (kind > 0 && kind < CLASSES) {
      answers[kind].increment();
    }
    if (status >= FIRST_SERVER_ERROR) {
      errors.increment();
    }
  }

  void end() {
    add(-1);
  }

  private void add(int change) {
    lock.lock();
    try {
      unanswered += change;
      if (unanswered == 0) {
        quiet.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until every request is answered, for so long at most; tells whether they are. */
  public boolean awaitQuiet(Duration most) {
    long left = most.toNanos();
    lock.lock();
    try {
      while (unanswered > 0 && left > 0) {
        left = quiet.awaitNanos(left);
      }
      return unanswered == 0;
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
