package dev.winnow.storage.duckdb;

import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.Parts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How rows come from the log into parts; when, and what follows if they cannot, is the {@link
 * Loader}'s. For one thread, but for {@link #visible}.
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
   * DuckDB gives a part up whose checkpoint failed. It is attached anew then, as it was at the last
   * checkpoint, and what it had since then is read again from the log. The same is done after a
   * failure of which nobody knows what it left, such as a want of memory: nothing is in memory
   * only, so all of it can be forgotten and read.
   */
  private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

  private record Taken(long sequence, int shares) {}

  private final Parts parts;
  private final LoadedLog log;
  private final InstantSource clock;
  private final long checkpointBytes;
  private final Shares shares;
  private final Backlogs backlogs;
  private final Deque<Taken> taken = new ArrayDeque<>();
  private long durable;
  private long lastTaken;
  private boolean isBehind;
  private long bytesSinceCheckpoint;
  private long waitingSince = System.nanoTime();
  private long lastChange = System.nanoTime();
  private volatile long visible;

  /**
   * What is about to begin.
   *
   * @param durable the last commit that is in the parts for good
   * @param checkpointBytes how much the log grows between checkpoints
   * @param shares where what batches hold goes back to
   */
  Loading(
      Parts parts,
      LoadedLog log,
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
    add(batch, 0);
    if (!isBehind) {
      flush(false);
    }
  }

  /** Makes what was replayed visible, be it all up to a commit that added no row. */
  void endReplay(long lastSequence) {
    lastTaken = Math.max(lastTaken, lastSequence);
    flushAll();
  }

  /** The last commit that questions find, with all before it. */
  long visible() {
    return visible;
  }

  /** How long nothing is due if nothing is added. */
  long patience(long now) {
    return isWaiting() ? waitingSince + MAX_WAIT_NANOS - now : Long.MAX_VALUE;
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

  /** Moves what has waited long enough, or fills row groups, and makes it durable in time. */
  void moveWhatIsDue(long now) {
    flush(patience(now) <= 0);
    boolean isQuiet = bytesSinceCheckpoint > 0 && now - lastChange >= QUIET_NANOS;
    if (bytesSinceCheckpoint >= checkpointBytes || isQuiet) {
      checkpoint();
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

  /** Whether a part is not what it was, so that the log has to be read again. */
  boolean hasBroken() {
    return parts.hasBroken();
  }

  /** Whether the log has to be read again. */
  boolean isBehind() {
    return isBehind;
  }

  /** Forgets what waits, as it is in the log; from there everything is to be read again. */
  void fallBehind() {
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
  void sealWhatIsOver() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    seal(partition -> partition.day().isBefore(today));
  }

  /** Seals the part of a partition that takes rows in. */
  void seal(Partition partition) {
    seal(partition::equals);
  }

  /** Seals all parts. */
  void sealAll() {
    seal(partition -> true);
  }

  /** What waits for a part may fill it, and begin the next one. */
  private void seal(Predicate<Partition> which) {
    catchUp();
    for (Part part : parts.unsealed()) {
      if (which.test(part.partition())) {
        backlogs.end(part.partition(), this::moved);
        parts.open(part.partition()).ifPresent(parts::seal);
      }
    }
  }
}
