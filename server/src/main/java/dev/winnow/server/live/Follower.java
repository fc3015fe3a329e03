package dev.winnow.server.live;

import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Reads what one tenant commits, once for all tails that show it. Thread-safe. */
final class Follower implements AutoCloseable {
  /*
   * It waits for a commit, reads what is new, and rests a little: at thousands of commits a second
   * it would else do nothing but ask, and each question has the store make everything visible. What
   * cannot be read is tried again, so nothing is left out.
   */

  private static final Logger LOGGER = System.getLogger(Follower.class.getName());

  /** A reader sees no difference, and the store is asked forty times a second at most. */
  private static final Duration REST = Duration.ofMillis(25);

  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int MOST_CATCHING_UP = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String tenantId;
  private final LogStore store;
  private final BiFunction<StoredRecord, RecordExtent, String> json;
  private final RecentRecords recent = new RecentRecords();
  private final Tails tails = new Tails();
  private final Semaphore catchingUp = new Semaphore(MOST_CATCHING_UP, true);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private RecordId place;

  /**
   * Begins to follow a tenant from the last commit on.
   *
   * @param json a record as answers give it to an extent
   */
  Follower(String tenantId, LogStore store, BiFunction<StoredRecord, RecordExtent, String> json) {
    this.tenantId = tenantId;
    this.store = store;
    this.json = json;
    place = CommitPage.endOf(store.commitSignal().last());
    thread = Thread.ofVirtual().name("winnow-live-" + tenantId).start(this::run);
  }

  /** Lets a tail have what comes from now on; returns the place behind which that is. */
  synchronized RecordId join(Tail tail) {
    tail.startAt(place);
    tails.add(tail);
    return place;
  }

  /**
   * What there is behind a place, for a tail that was away. A few are read for at a time: when all
   * tails of a tenant come back at once, others must be able to ask, too.
   */
  CommitPage read(RecordId after) throws InterruptedException {
    catchingUp.acquire();
    try {
      return CommitPage.read(store, tenantId, after);
    } finally {
      catchingUp.release();
    }
  }

  /** Lets a tail have what comes behind a place, unless some of that has been passed already. */
  synchronized boolean join(Tail tail, RecordId after) {
    if (place.compareTo(after) > 0) {
      return false;
    }
    tail.startAt(after);
    tails.add(tail);
    return true;
  }

  synchronized void leave(Tail tail) {
    tails.remove(tail);
  }

  private void run() {
    boolean isFailing = false;
    try {
      while (!closed.await(rest(isFailing), TimeUnit.NANOSECONDS)) {
        isFailing = !follow(isFailing);
      }
    } catch (InterruptedException end) {
      // It is closed.
    }
  }

  private static long rest(boolean isFailing) {
    return (isFailing ? REST_AFTER_FAILURE : REST).toNanos();
  }

  /** Reads what is new once there is something; returns whether it could. */
  private boolean follow(boolean isFailing) throws InterruptedException {
    try {
      long last = store.commitSignal().await(place().sequence(), PATIENCE);
      for (boolean isLast = last <= place().sequence(); !isLast; ) {
        CommitPage page = CommitPage.read(store, tenantId, place());
        offer(page);
        isLast = page.isLast();
      }
      return true;
    } catch (RuntimeException failure) {
      if (!isFailing && closed.getCount() > 0) {
        LOGGER.log(
            Level.WARNING,
            "what is stored cannot be shown at once; it is tried again every second",
            failure);
      }
      return false;
    }
  }

  private synchronized RecordId place() {
    return place;
  }

  private synchronized void offer(CommitPage page) {
    page.records().forEach(stored -> offer(new Candidate(stored)));
    place = page.end();
    tails.forEach(tail -> tail.reach(place));
  }

  private void offer(Candidate candidate) {
    List<Tail> wanting = new ArrayList<>();
    tails.forEachWanting(candidate, wanting::add);
    // Tails of one extent share what is made.
    Map<RecordExtent, LiveRecord> made = new HashMap<>();
    for (Tail tail : wanting) {
      tail.offer(made.computeIfAbsent(tail.extent(), extent -> make(candidate.stored(), extent)));
    }
  }

  private LiveRecord make(StoredRecord stored, RecordExtent extent) {
    return recent.add(message(stored, extent));
  }

  /** A record as readers are told it, to an extent. */
  LiveMessage message(StoredRecord stored, RecordExtent extent) {
    return LiveMessage.ofRecord(stored.id(), json.apply(stored, extent));
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
