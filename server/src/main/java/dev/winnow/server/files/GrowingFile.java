package dev.winnow.server.files;

import dev.winnow.formats.input.Content;
import dev.winnow.formats.join.RecordStarts;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.kernel.hash.Hash64;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that is open, how far it is read, and the piece of it that is on its way to the store. */
final class GrowingFile implements AutoCloseable {
  /*
   * A piece ends where records do: before the last line that is certain to begin one, as long as the
   * file grows, and behind its last line when it has been quiet for one look. Only of a file that
   * another has taken the path of, the last line may lack its end.
   *
   * What the file begins with is compared before each piece. If it differs, or the file is shorter
   * than what was read of it, it was truncated, and is another from then on.
   */

  private static final int USUAL_BYTES = 128 << 10;

  /** A line that is longer is cut into several. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int HEAD_BYTES = 256;

  /** Names of columns that take more than this are not found again. */
  private static final int COLUMNS_BYTES = 8 << 10;

  /** How many looks at a file whose path has another go without anything new before it is left. */
  private static final int LAST_LOOKS = 20;

  private final FileChannel channel;
  private final String key;
  private Path path;
  private long since;
  private long begin;
  private long end;
  private int headBytes;
  private long head;
  private long sizeBefore = -1;
  private int looksWithoutPath;
  private byte[] piece = {};
  private byte[] columns = {};

  private GrowingFile(Path path, FileChannel channel, Checkpoint from) {
    this.path = path;
    this.channel = channel;
    key = from.key();
    since = from.since();
    begin = from.begin();
    end = from.end();
    headBytes = from.headBytes();
    head = from.head();
  }

  /** What the file system knows the file at a path by. */
  static String keyOf(BasicFileAttributes attributes, Path path) {
    return Objects.requireNonNullElse(attributes.fileKey(), path).toString();
  }

  /** Opens a file that nothing was read of; null if another has taken its path. */
  static @Nullable GrowingFile open(Path path, String key, Instant now, FileOpener opener)
      throws IOException {
    return open(path, new Checkpoint(path.toString(), key, now.toEpochMilli(), 0, 0, 0, 0), opener);
  }

  /** Opens a file of which something was read; null if another has taken its path. */
  static @Nullable GrowingFile open(Path path, Checkpoint from, FileOpener opener)
      throws IOException {
    GrowingFile file = new GrowingFile(path, opener.open(path), from);
    if (!file.isAtPath()) {
      file.close();
      return null;
    }
    return file;
  }

  /** What it holds, if that is no text; else empty. */
  String content() throws IOException {
    byte[] first = read(0, Content.SAMPLE);
    Content content = Content.of(first, 0, first.length);
    return content == Content.TEXT ? "" : content.description();
  }

  Path path() {
    return path;
  }

  /** Takes note that the file lies elsewhere. */
  void moved(Path now) {
    path = now;
  }

  Checkpoint checkpoint() {
    return new Checkpoint(path.toString(), key, since, begin, end, headBytes, head);
  }

  /** The bytes on their way; empty if there are none. */
  byte[] piece() {
    return piece;
  }

  /** Whether something was on its way when the process ended. */
  boolean isInterrupted() {
    return end > begin && piece.length == 0;
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

  /** Reads the piece again that was on its way when the process ended; false if it is gone. */
  boolean readAgain() throws IOException {
    if (end - begin > MAX_BYTES || isTruncated()) {
      return false;
    }
    piece = read(begin, (int) (end - begin));
    columns = readColumns();
    return piece.length == end - begin;
  }

  /** Reads the next piece; false if there is none yet. */
  boolean readNext(Instant now) throws IOException {
    if (isTruncated()) {
      since = Math.max(since + 1, now.toEpochMilli());
      begin = 0;
      end = 0;
      headBytes = 0;
      head = 0;
    }
    long size = channel.size();
    boolean isQuiet = size == sizeBefore;
    sizeBefore = size;
    if (size == begin) {
      return false;
    }
    byte[] there = read(begin, USUAL_BYTES);
    int length = length(there, isQuiet, now);
    if (length == 0 && there.length == USUAL_BYTES) {
      there = read(begin, MAX_BYTES);
      length = length(there, isQuiet, now);
      length = length == 0 && there.length == MAX_BYTES ? MAX_BYTES : length;
    }
    if (length == 0) {
      return false;
    }
    piece = Arrays.copyOf(there, length);
    columns = readColumns();
    end = begin + length;
    if (headBytes < HEAD_BYTES) {
      byte[] first = read(0, (int) Math.min(HEAD_BYTES, end));
      headBytes = first.length;
      head = hash(first);
    }
    return true;
  }

  /** The first line where it is the header of a table; of those with a number sign, all of them. */
  private byte[] readColumns() throws IOException {
    byte[] first = read(0, (int) Math.min(begin, COLUMNS_BYTES));
    int end = lineEnd(first, 0);
    if (!Layouts.isTable(first, 0, end)) {
      return new byte[0];
    }
    int next = lineEnd(first, end);
    while (next > end && first[0] == '#' && first[end] == '#') {
      end = next;
      next = lineEnd(first, end);
    }
    return Arrays.copyOf(first, end);
  }

  /**
   * Where the line ends that begins at {@code from}, with its line feed; {@code from} if nowhere.
   */
  private static int lineEnd(byte[] in, int from) {
    int end = from;
    while (end < in.length && in[end] != '\n') {
      end++;
    }
    return end < in.length ? end + 1 : from;
  }

  private int length(byte[] there, boolean isQuiet, Instant now) {
    boolean isAll = begin + there.length >= sizeBefore;
    if (isAll && looksWithoutPath > 1) {
      return there.length;
    }
    boolean isNeeded = isQuiet || !isAll;
    if (isQuiet && isAll) {
      return lastLineEnd(there);
    }
    return new RecordStarts(Layouts.known(), now).last(there, there.length, isNeeded);
  }

  private static int lastLineEnd(byte[] there) {
    int end = there.length;
    while (end > 0 && there[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private boolean isTruncated() throws IOException {
    return channel.size() < end || hash(read(0, headBytes)) != head;
  }

  private static long hash(byte[] bytes) {
    long hash = 0;
    for (byte each : bytes) {
      hash = Hash64.mix(hash, each);
    }
    return hash;
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
  boolean isLeft() throws IOException {
    looksWithoutPath = isAtPath() ? 0 : looksWithoutPath + 1;
    return looksWithoutPath > LAST_LOOKS && channel.size() == begin;
  }

  private boolean isAtPath() throws IOException {
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
