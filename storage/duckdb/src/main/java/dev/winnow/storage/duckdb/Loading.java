package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How rows come from the log into parts. For one thread, but for {@link #visible} and {@link
 * #failure}.
 */
final class Loading {
  /*
   * Rows wait until they fill whole row groups, which are then written once and in order; but no
   * longer than a quarter of a second, and not at all once somebody asks for them. What waits is
   * bounded by its bytes: who appends takes a share of them before, and waits for one if there is
   * none.
   *
   * From time to time the parts are made durable as they are, then a copy of the catalogue; what is
   * in both is no longer needed in the log.
   *
   * A failure, such as a full disk, leaves what waits in place; it is tried again, while the shares
   * run out and appends are refused. DuckDB gives a part up whose checkpoint failed. It is attached
   * anew then, as it was at the last checkpoint, and what it had since then is read again from the
   * log. The same is done after a failure of which nobody knows what it left, such as a want of
   * memory: nothing is in memory only, so all of it can be forgotten and read.
   */
  private static final Logger LOGGER = System.getLogger(Loading.class.getName());

  private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** The log that is loaded from. */
  interface Log {
    /** Reads the commits from a number on up to another, in order. */
    void read(long from, long to, Consumer<CommittedBatch> reader);

    /** Told that all commits up to a number are in the parts for good. */
    void loaded(long sequence);

    /** Called every second or so, and before the end. */
    void tick();
  }

  private record Taken(long sequence, int shares) {}

  private final Parts parts;
  private final Log log;
  private final InstantSource clock;
  private final long checkpointBytes;
  private final Shares shares;
  private final Backlogs backlogs;
  private final Deque<Taken> taken = new ArrayDeque<>();
  private long durable;
  private long lastTaken;
  private boolean isBehind;
  private long bytesSinceCheckpoint;
  private long waitingSince;
  private long lastChange = System.nanoTime();
  private long lastTick = System.nanoTime();
  private long retryAt = System.nanoTime();
  private volatile long visible;
  private volatile @Nullable WinnowException failure;

  /**
   * What is about to begin.
   *
   * @param durable the last commit that is in the parts for good
   * @param checkpointBytes how much the log grows between checkpoints
   * @param shares where what batches hold goes back to
   */
  Loading(
      Parts parts,
      Log log,
      InstantSource clock,
      long durable,
      long checkpointBytes,
      Shares shares) {
    this.parts = parts;
    this.log = log;
    this.clock = clock;
    this.durable = durable;
    this.checkpointBytes = checkpointBytes;
    this.shares = shares;
    lastTaken = durable;
    backlogs = new Backlogs(parts);
  }

  /** Adds what the log holds from before. */
  void replay(CommittedBatch batch) {
    try {
      add(batch, 0);
      if (!isBehind) {
        flush(false);
      }
    } catch (WinnowException full) {
      // Without room the store opens all the same, and reads the log again when there is some.
      fail(full);
      fallBehind();
    }
  }

  /** Makes what was replayed visible, be it all up to a commit that added no row. */
  void endReplay(long lastSequence) {
    lastTaken = Math.max(lastTaken, lastSequence);
    attempt(this::flushAll);
  }

  /** The last commit that questions find, with all before it. */
  long visible() {
    return visible;
  }

  /** Why rows cannot be moved at the time; null if they can. */
  @Nullable WinnowException failure() {
    return failure;
  }

  /** How long there is nothing to do if nothing is added. */
  long patience() {
    long now = System.nanoTime();
    long until = lastTick + RETRY_NANOS;
    if (isWaiting()) {
      until = Math.min(until, Math.max(waitingSince + MAX_WAIT_NANOS, retryAt));
    }
    return Math.max(0, until - now);
  }

  private boolean isWaiting() {
    return isBehind || !backlogs.isEmpty();
  }

  /** Adds a batch, in the order of commits. */
  void add(CommittedBatch batch, int share) {
    lastTaken = batch.sequence();
    if (share > 0) {
      taken.add(new Taken(lastTaken, share));
    }
    bytesSinceCheckpoint += (long) Math.max(share, 1) * Shares.BYTES;
    lastChange = System.nanoTime();
    if (!isWaiting()) {
      waitingSince = lastChange;
    }
    if (!isBehind) {
      backlogs.add(batch);
    }
  }

  /** Does what is due. */
  void work() {
    long now = System.nanoTime();
    if (now - retryAt >= 0) {
      flush(!isWaiting() || now - waitingSince >= MAX_WAIT_NANOS);
      maintain(now);
      if (failure != null) {
        failure = null;
        LOGGER.log(Level.INFO, "rows are moved into parts again");
      }
    }
  }

  private void maintain(long now) {
    boolean isQuiet = bytesSinceCheckpoint > 0 && now - lastChange >= QUIET_NANOS;
    if (bytesSinceCheckpoint >= checkpointBytes || isQuiet) {
      checkpoint();
    }
    if (now - lastTick >= RETRY_NANOS) {
      lastTick = now;
      sealWhatIsOver();
      log.tick();
    }
  }

  /** Makes everything visible that was added. */
  void flushAll() {
    flush(true);
  }

  private void flush(boolean isAll) {
    catchUp();
    backlogs.flush(isAll, this::moved);
    moved();
  }

  /** Tells how far the parts have come, and gives back the shares of what is in them. */
  private void moved() {
    OptionalLong missing = backlogs.firstSequence();
    long reached = missing.isEmpty() ? lastTaken : missing.getAsLong() - 1;
    visible = Math.max(visible, reached);
    while (!taken.isEmpty() && taken.getFirst().sequence() <= reached) {
      shares.giveBack(taken.removeFirst().shares());
    }
  }

  /** Remembers a failure, after which there is a pause. */
  WinnowException fail(Throwable failed) {
    boolean isExpected = failed instanceof WinnowException;
    WinnowException told =
        failed instanceof WinnowException ours
            ? ours
            : new WinnowException(
                ErrorCode.STORAGE_UNAVAILABLE, "rows cannot be moved into parts", failed);
    if (failure == null) {
      LOGGER.log(Level.WARNING, told.getMessage() + "; it is tried again every second", told);
    }
    failure = told;
    retryAt = System.nanoTime() + RETRY_NANOS;
    if (!isExpected || parts.hasBroken()) {
      fallBehind();
    }
    return told;
  }

  /** Forgets what waits, as it is in the log; from there everything is to be read again. */
  private void fallBehind() {
    isBehind = true;
    visible = -1;
    backlogs.clear();
  }

  /** Reads again from the log what parts lack; after a failure, all of it the next time. */
  private void catchUp() {
    if (isBehind) {
      parts.reattachBroken();
      backlogs.clear();
      log.read(
          durable + 1,
          lastTaken,
          batch -> {
            backlogs.add(batch);
            backlogs.flush(false, () -> {});
          });
      isBehind = false;
    }
  }

  /** The last commit that is in the parts for good. */
  long durable() {
    return durable;
  }

  /** Makes everything so far dispensable in the log. */
  void checkpoint() {
    flushAll();
    parts.checkpoint();
    log.loaded(lastTaken);
    durable = lastTaken;
    bytesSinceCheckpoint = 0;
  }

  /** Seals the parts of days that are over. */
  private void sealWhatIsOver() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    seal(part -> part.partition().day().isBefore(today));
  }

  /** Seals all parts. */
  void sealAll() {
    seal(part -> true);
  }

  private void seal(Predicate<Part> which) {
    catchUp();
    for (Part part : parts.unsealed().stream().filter(which).toList()) {
      backlogs.end(part.partition(), this::moved);
      parts.seal(part);
    }
  }

  /** Moves and seals what can be. */
  void settle() {
    attempt(this::flushAll);
    attempt(this::sealWhatIsOver);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (WinnowException failed) {
      fail(failed);
    }
  }

  /** Makes all durable at the end. */
  void end() {
    flushAll();
    log.tick();
    checkpoint();
  }
}
