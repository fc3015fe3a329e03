package dev.winnow.server.files;

import dev.winnow.formats.input.Content;
import dev.winnow.formats.join.RecordStarts;
import dev.winnow.formats.layout.Layouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file that is open, how far it is read, and the piece of it that is on its way to the store.
 *
 * <p>How long something lasts is told by {@code nanos}, the reading of a clock that never goes
 * back.
 */
final class GrowingFile implements AutoCloseable {
  /*
   * A piece ends where records do: before the last line that is certain to begin one, as long as the
   * file grows, and behind its last line when it has been quiet. Only of a file that another has taken
   * the path of, the last line may lack its end.
   *
   * What the file begins with is compared before each piece. If it differs, or the file is shorter
   * than what was read of it, it was truncated, and is another from then on.
   */

  private static final int USUAL_BYTES = 128 << 10;

  /** A line that is longer is cut into several. */
  private static final int MAX_BYTES = 1 << 20;

  /** Who writes a record in two goes is given so long for the second. */
  private static final long QUIET = Duration.ofMillis(250).toNanos();

  /** Without news for so long, the last line of a file whose path another has gets no end. */
  private static final long ENDLESS = Duration.ofSeconds(2).toNanos();

  /** Without news for so long, nobody writes to such a file any more. */
  private static final long LEFT = Duration.ofMinutes(1).toNanos();

  private final FileChannel channel;
  private final String key;
  private Path path;
  private long since;
  private long begin;
  private long end;
  private FileHead head;
  private long size = -1;
  private long grownAt;
  private long triedAt = -1;
  private boolean isAway;
  private long awayAt;
  private byte[] piece = {};
  private byte[] columns = {};

  /** A file of which something was read, or nothing. */
  GrowingFile(Path path, FileChannel channel, Checkpoint from) {
    this.path = path;
    this.channel = channel;
    key = from.key();
    since = from.since();
    begin = from.begin();
    end = from.end();
    head = new FileHead(from.headBytes(), from.head());
  }

  /** What the file system knows the file at a path by. */
  static String keyOf(BasicFileAttributes attributes, Path path) {
    return Objects.requireNonNullElse(attributes.fileKey(), path).toString();
  }

  /** What it holds, if that is no text; else empty. */
  String content() throws IOException {
    byte[] first = read(0, Content.SAMPLE);
    Content content = Content.of(first, 0, first.length);
    return content == Content.TEXT ? "" : content.description();
  }

  String key() {
    return key;
  }

  Path path() {
    return path;
  }

  /** Takes note that the file lies elsewhere. */
  void moved(Path now) {
    path = now;
  }

  Checkpoint checkpoint() {
    return new Checkpoint(path.toString(), key, since, begin, end, head.bytes(), head.hash());
  }

  /** The bytes on their way; empty if there are none. */
  byte[] piece() {
    return piece;
  }

  /** The lines that name the columns of a table, where its piece does not begin with them. */
  byte[] columns() {
    return begin == 0 ? new byte[0] : columns;
  }

  /** Takes note that what was on its way is stored. */
  void stored() {
    begin = end;
    piece = new byte[0];
  }

  /** Reads the piece again that was on its way when the process ended, unless it is gone. */
  void readAgain() throws IOException {
    if (end - begin > MAX_BYTES || isTruncated()) {
      return;
    }
    byte[] again = read(begin, (int) (end - begin));
    if (again.length == end - begin) {
      take(again);
    }
  }

  /** Reads the next piece; false if there is none yet. */
  boolean readNext(Instant now, long nanos) throws IOException {
    if (isTruncated()) {
      beginAgain(now);
    }
    boolean hasGrown = hasGrown(nanos);
    boolean isWaiting = !hasGrown && triedAt == begin && nanos - grownAt < QUIET;
    if (size == begin || isWaiting) {
      return false;
    }
    byte[] next = cut(now, nanos);
    triedAt = begin;
    if (next.length == 0) {
      return false;
    }
    take(next);
    return true;
  }

  private void take(byte[] next) throws IOException {
    piece = next;
    end = begin + next.length;
    columns = TableColumns.of(read(0, (int) Math.min(begin, TableColumns.MAX_BYTES)));
    if (head.isPartial()) {
      head = FileHead.of(read(0, (int) Math.min(FileHead.MAX_BYTES, end)));
    }
  }

  private void beginAgain(Instant now) {
    since = Math.max(since + 1, now.toEpochMilli());
    begin = 0;
    end = 0;
    head = FileHead.NONE;
  }

  private boolean hasGrown(long nanos) throws IOException {
    long before = size;
    size = channel.size();
    if (size != before) {
      grownAt = nanos;
    }
    return size != before;
  }

  /**
   * The next piece, of a line that is longer than usual if it has to be; empty if there is none.
   */
  private byte[] cut(Instant now, long nanos) throws IOException {
    byte[] there = read(begin, USUAL_BYTES);
    int length = length(there, now, nanos);
    if (length == 0 && there.length == USUAL_BYTES) {
      there = read(begin, MAX_BYTES);
      length = length(there, now, nanos);
      length = length == 0 && there.length == MAX_BYTES ? MAX_BYTES : length;
    }
    return Arrays.copyOf(there, length);
  }

  private int length(byte[] there, Instant now, long nanos) {
    boolean isAll = begin + there.length >= size;
    if (isAll && isAwayFor(ENDLESS, nanos)) {
      return there.length;
    }
    if (isAll && nanos - grownAt >= QUIET) {
      return lastLineEnd(there);
    }
    return new RecordStarts(Layouts.known(), now).last(there, there.length, !isAll);
  }

  private static int lastLineEnd(byte[] there) {
    int end = there.length;
    while (end > 0 && there[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private boolean isTruncated() throws IOException {
    return channel.size() < end || !FileHead.of(read(0, head.bytes())).equals(head);
  }

  private byte[] read(long from, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes, from + bytes.position());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Whether nothing is to be expected of it any more, as its path has been another's for long. */
  boolean isLeft(long nanos) throws IOException {
    boolean wasAway = isAway;
    isAway = !isAtPath();
    if (isAway && !wasAway) {
      awayAt = nanos;
    }
    return isAwayFor(LEFT, nanos) && channel.size() == begin;
  }

  private boolean isAwayFor(long duration, long nanos) {
    return isAway && nanos - awayAt >= duration && nanos - grownAt >= duration;
  }

  /** Whether it lies where it was last seen. */
  boolean isAtPath() throws IOException {
    try {
      return keyOf(Files.readAttributes(path, BasicFileAttributes.class), path).equals(key);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
