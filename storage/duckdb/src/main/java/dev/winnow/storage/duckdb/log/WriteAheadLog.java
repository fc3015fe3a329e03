package dev.winnow.storage.duckdb.log;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A log of payloads, numbered without gaps, each durable when its {@link #append} returns.
 *
 * <p>Safe for use by many threads. One thread writes; what waits while it syncs goes with the next
 * sync, so many appends share one. What a process that ended left half written at the end is cut
 * off when the log is opened; it had not been acknowledged. Anything else that is not as it was
 * written is refused with {@code storage_corrupt}.
 */
public final class WriteAheadLog implements AutoCloseable {
  /** The size of a payload; twice what the largest batch takes that a receiver lets in. */
  public static final int MAX_PAYLOAD_BYTES = 256 << 20;

  /** How much is synced at once: beyond this a sync gains nothing by being shared. */
  private static final int GROUP_BYTES = 8 << 20;

  private static final int WAITING_APPENDS = 1_024;

  /** How long an append waits for a place in the queue before it is refused. */
  private static final long PATIENCE_SECONDS = 2;

  /** Receives what is in the log. */
  @FunctionalInterface
  public interface Reader {
    void read(long sequence, byte[] payload);
  }

  private static final Append END = new Append(new byte[0], sequence -> {});

  private final LogDirectory directory;
  private final int segmentBytes;
  private final RandomGenerator random;
  private final ByteBuffer buffer;
  private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(WAITING_APPENDS);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("winnow-log").unstarted(this::write);
  private SegmentWriter segment;
  private long next;
  private volatile boolean isClosed;
  private volatile boolean isEnded;
  private volatile boolean isSegmentToEnd;

  private WriteAheadLog(
      LogDirectory directory,
      int segmentBytes,
      RandomGenerator random,
      ByteBuffer buffer,
      SegmentWriter segment,
      long next) {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.random = random;
    this.buffer = buffer;
    this.segment = segment;
    this.next = next;
  }

  /**
   * Opens the log of a directory, which is made if it is missing.
   *
   * @param firstSequence the number that the first payload of an empty log gets
   * @param segmentBytes from which size on a file is followed by another
   * @param random what nobody can guess
   */
  public static WriteAheadLog open(
      Path directory, long firstSequence, int segmentBytes, RandomGenerator random) {
    try {
      LogDirectory segments = new LogDirectory(directory);
      Map.@Nullable Entry<Long, Path> last = segments.last();
      long first = last == null ? firstSequence : last.getKey();
      Path file = last == null ? segments.add(firstSequence) : last.getValue();
      WriteAheadLog log;
      try (SegmentReader reader = new SegmentReader(file, first)) {
        while (reader.next() != null) {
          // What is whole is passed over.
        }
        if (!reader.isAtEnd() && reader.isDamaged()) {
          throw reader.damaged();
        }
        SegmentHeader known = reader.header();
        SegmentHeader header = known == null ? SegmentHeader.draw(random) : known;
        ByteBuffer buffer = ByteBuffer.allocateDirect(SegmentWriter.BUFFER_BYTES);
        SegmentWriter writer = new SegmentWriter(file, header, reader.position(), buffer);
        log =
            new WriteAheadLog(
                segments, segmentBytes, random, buffer, writer, reader.nextSequence());
      }
      log.thread.start();
      return log;
    } catch (IOException failed) {
      throw unavailable("the log cannot be opened in " + directory, failed);
    }
  }

  /**
   * Reads the payloads from a number on, in order. To be done before anything is appended.
   *
   * @throws WinnowException {@code storage_corrupt} if the log begins later, or has a gap
   */
  public void replay(long from, Reader reader) {
    read(from, next - 1, reader);
  }

  /**
   * Reads the payloads from a number on up to another, in order, all of which are durable.
   *
   * @throws WinnowException {@code storage_corrupt} if the log lacks one of them
   */
  public void read(long from, long to, Reader reader) {
    try {
      directory.read(from, to, reader);
    } catch (IOException failed) {
      throw unavailable("the log cannot be read", failed);
    }
  }

  /**
   * Appends a payload and returns its number once it is durable.
   *
   * @param onDurable told the number before this returns, for all payloads in their order; must
   *     neither block nor fail: the log ends if it does
   * @throws WinnowException {@code storage_overloaded} or {@code storage_unavailable}; the payload
   *     is not in the log then
   */
  public long append(byte[] payload, LongConsumer onDurable) {
    return begin(payload, onDurable).getAsLong();
  }

  /** Begins to append a payload; whoever asks for its number waits until it is durable. */
  public LongSupplier begin(byte[] payload, LongConsumer onDurable) {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("a payload of " + payload.length + " bytes");
    }
    Append append = new Append(payload, onDurable);
    enqueue(append);
    if (isEnded) {
      append.refuse();
    }
    return () -> await(append);
  }

  private static long await(Append append) {
    try {
      return append.await();
    } catch (CompletionException failed) {
      throw unavailable("the log cannot be written", failed);
    }
  }

  private void enqueue(Append append) {
    try {
      if (isClosed) {
        throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the log is closed");
      }
      if (!waiting.offer(append, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new WinnowException(
            ErrorCode.STORAGE_OVERLOADED, WAITING_APPENDS + " appends wait for the disk");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while the disk was busy", interrupted);
    }
  }

  /** Has the next append begin a file, so that those before it can go without it. */
  public void endSegment() {
    isSegmentToEnd = true;
  }

  /** The files that hold all of it, in order; to the last one is added. */
  public List<Path> files() {
    return directory.files();
  }

  /** Frees the disk of what comes before a number, as far as whole files go. */
  public void dropBelow(long sequence) {
    try {
      directory.dropBelow(sequence);
    } catch (IOException failed) {
      throw unavailable("a segment of the log cannot be deleted", failed);
    }
  }

  /**
   * Makes sure that somebody writes what is appended.
   *
   * @throws WinnowException {@code storage_unavailable} if not
   */
  public void check() {
    if (isEnded) {
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, "the thread that writes the log has ended");
    }
  }

  /** Refuses further payloads, and ends when those that wait are durable. */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      waiting.put(END);
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** However this ends, be it for want of memory, nobody is left waiting. */
  private void write() {
    List<Append> group = new ArrayList<>();
    try {
      boolean isLast = false;
      while (!isLast) {
        isLast = take(group);
        if (!group.isEmpty()) {
          commit(group);
          group.clear();
        }
      }
    } finally {
      isEnded = true;
      group.forEach(Append::refuse);
      waiting.forEach(Append::refuse);
      closeSegment();
    }
  }

  private void closeSegment() {
    try {
      segment.close();
    } catch (IOException failed) {
      // Everything that was acknowledged had been synced before.
    }
  }

  /** Collects what waits, and says whether nothing will follow. */
  private boolean take(List<Append> group) {
    try {
      int bytes = 0;
      for (Append append = waiting.take(); append != null; append = waiting.poll()) {
        if (append == END) {
          return true;
        }
        group.add(append);
        bytes += append.bytes();
        if (bytes >= GROUP_BYTES) {
          return false;
        }
      }
      return false;
    } catch (InterruptedException interrupted) {
      return true;
    }
  }

  private void commit(List<Append> group) {
    try {
      if (segment.end() >= segmentBytes || (isSegmentToEnd && segment.end() > 0)) {
        SegmentWriter full = segment;
        segment = new SegmentWriter(directory.add(next), SegmentHeader.draw(random), 0, buffer);
        full.close();
        isSegmentToEnd = false;
      }
      segment.write(frames(group));
    } catch (IOException | Error failed) {
      group.forEach(append -> append.fail(failed));
      return;
    }
    long first = next;
    next += group.size();
    acknowledge(group, first);
  }

  /** What is durable is acknowledged, even if somebody who is to be told of it fails. */
  private static void acknowledge(List<Append> group, long first) {
    try {
      for (int i = 0; i < group.size(); i++) {
        group.get(i).tell(first + i);
      }
    } finally {
      for (int i = 0; i < group.size(); i++) {
        group.get(i).succeed(first + i);
      }
    }
  }

  private ByteBuffer[] frames(List<Append> group) {
    List<ByteBuffer> frames = new ArrayList<>(2 * group.size());
    for (int i = 0; i < group.size(); i++) {
      group.get(i).frame(next + i, next, segment.header().salt(), frames);
    }
    return frames.toArray(ByteBuffer[]::new);
  }

  private static WinnowException unavailable(String message, Throwable cause) {
    return new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, message, cause);
  }
}
