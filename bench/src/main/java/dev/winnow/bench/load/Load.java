package dev.winnow.bench.load;

import dev.winnow.bench.traffic.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests with several workers, each of which waits for an answer before it takes the next
 * number. With a rate, the time of a request counts from when it should have been sent, so that a
 * server that stalls is not measured less often.
 */
final class Load {
  private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Traffic traffic;
  private final Plan plan;
  private final Links links;
  private final AtomicLong next;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private long startNanos;

  Load(Traffic traffic, Plan plan, Links links) {
    this.traffic = traffic;
    this.plan = plan;
    this.links = links;
    this.next = new AtomicLong(plan.first());
  }

  /** Sends until the plan is done or {@link #stop} is called. */
  Outcome run() throws InterruptedException {
    startNanos = System.nanoTime();
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < plan.workers(); i++) {
      workers.add(new Worker(i));
      workers.getLast().start();
    }
    Outcome all = new Outcome();
    for (Worker worker : workers) {
      worker.join();
      all.add(worker.outcome);
    }
    return all;
  }

  /** Lets each worker end after the request that it has under way. */
  void stop() {
    stopped.set(true);
  }

  /** The number that no request has had. */
  long nextNumber() {
    return next.get();
  }

  private boolean isDone(long number) {
    return stopped.get()
        || number - plan.first() >= plan.requests()
        || System.nanoTime() - startNanos >= plan.nanos();
  }

  /** One thread with a link of its own. */
  private final class Worker extends Thread {
    private final int index;
    private final Outcome outcome = new Outcome();

    Worker(int index) {
      super("worker-" + index);
      this.index = index;
    }

    @Override
    public void run() {
      for (long number = next.getAndIncrement(); !isDone(number); ) {
        try (Link link = links.open(index)) {
          for (; !isDone(number); number = next.getAndIncrement()) {
            send(link, number);
          }
        } catch (IOException broken) {
          outcome.loseAnswer(number);
          number = next.getAndIncrement();
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
        }
      }
    }

    private void send(Link link, long number) throws IOException {
      long since = await(number);
      byte[] request =
          traffic.request(number, plan.times(number, traffic.shape().recordsPerRequest()));
      Link.Answer answer = link.send(number, request);
      while (answer instanceof Link.Answer.TryAgain pause && !stopped.get()) {
        outcome.retry();
        waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause.afterMillis()));
        answer = link.send(number, request);
      }
      switch (answer) {
        case Link.Answer.Acknowledged() -> outcome.acknowledge(number, System.nanoTime() - since);
        case Link.Answer.Refused(String reason) -> outcome.refuse(reason);
        case Link.Answer.TryAgain(long afterMillis) ->
            outcome.refuse("still overloaded, asked to wait " + afterMillis + " ms");
      }
    }

    /** Waits until a request is due, and says when that was. */
    private long await(long number) {
      if (!plan.isOpenLoop()) {
        return System.nanoTime();
      }
      long due = startNanos + plan.dueNanos(number);
      waitUntil(due);
      return due;
    }

    private void waitUntil(long nanos) {
      for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
