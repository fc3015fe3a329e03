package dev.winnow.server.listen;

import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests of all ports, and those that are not answered yet. */
public final class Traffic {
  private static final int CLASSES = 6;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Counter[] answers = new Counter[CLASSES];
  private final Map<Status.Code, Counter> grpcAnswers = new EnumMap<>(Status.Code.class);
  private final AtomicInteger connections = new AtomicInteger();
  private final Counter refusedConnections;
  private final LongAdder requests = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private int unanswered;

  public Traffic(MeterRegistry metrics) {
    for (int i = 1; i < CLASSES; i++) {
      answers[i] = counter("http", i + "xx", metrics);
    }
    for (Status.Code code : Status.Code.values()) {
      grpcAnswers.put(code, counter("grpc", code.name().toLowerCase(Locale.ROOT), metrics));
    }
    Gauge.builder("winnow.connections", connections, AtomicInteger::get)
        .description("Connections that are open")
        .register(metrics);
    refusedConnections =
        Counter.builder("winnow.connections.refused")
            .description("Connections that were closed at once, as there were too many")
            .register(metrics);
    Gauge.builder("winnow.requests.unanswered", this, Traffic::unanswered)
        .description("Requests that are not answered yet")
        .register(metrics);
  }

  private static Counter counter(String protocol, String status, MeterRegistry metrics) {
    return Counter.builder("winnow.requests")
        .description("Requests that were answered, by protocol and status")
        .tag("protocol", protocol)
        .tag("status", status)
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
  public boolean open(int most) {
    if (connections.incrementAndGet() <= most) {
      return true;
    }
    connections.decrementAndGet();
    refusedConnections.increment();
    return false;
  }

  /** Counts that a connection was closed. */
  public void closed() {
    connections.decrementAndGet();
  }

  void begin() {
    requests.increment();
    add(1);
  }

  /** Counts the status with which a call has ended. */
  void grpcStatus(Status.Code code) {
    Objects.requireNonNull(grpcAnswers.get(code)).increment();
  }

  /** Counts the status with which a request is being answered. */
  void status(int status) {
    int kind = status / 100;
    if (kind > 0 && kind < CLASSES) {
      answers[kind].increment();
    }
    if (status >= FIRST_SERVER_ERROR) {
      fault();
    }
  }

  /** Counts a fault of the server; a status of gRPC does not tell whose it is. */
  void fault() {
    errors.increment();
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
