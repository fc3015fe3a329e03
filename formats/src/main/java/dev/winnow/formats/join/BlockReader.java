package dev.winnow.formats.join;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.layout.Layouts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into blocks of whole records, so that several threads can read one input. Where it
 * cuts depends on the bytes of the input alone. Used by one thread, but for {@link #release}.
 */
public final class BlockReader {
  /*
   * A block is read up to its size, and then ends before the last line that is certain to begin a
   * record (see RecordStarts); what is behind that line begins the next block. Blocks grow from small
   * ones, with which several threads start at once. If no line is certain, more is read, up to
   * MAX_BYTES, and then the last line break will do.
   *
   * A line that is too long for a record is shortened here to what the reader of lines keeps of it,
   * so that the buffer is bounded.
   */

  private static final int FIRST_BYTES = 512 << 10;
  private static final int USUAL_BYTES = 4 << 20;
  private static final int MAX_BYTES = 16 << 20;
  private static final int READ_BYTES = 256 << 10;

  /** What is kept of a line that is too long: enough for the reader of lines to see that it is. */
  private static final int KEPT_BYTES = LineReader.MAX_LINE_BYTES + 2;

  private static final int MAX_POOLED = 8;

  private final Input input;
  private final RecordStarts starts;
  private final Queue<byte[]> pool = new ArrayDeque<>();
  private byte[] rest = {};
  private int target = FIRST_BYTES;
  private boolean isBegun;
  private boolean ended;
  private @Nullable IOException failure;

  /** A reader for lines that are of these layouts. */
  public BlockReader(Input input, Layouts layouts) {
    this.input = input;
    this.starts = new RecordStarts(layouts, input.asOf());
  }

  /**
   * The next block; null at the end.
   *
   * @throws IOException if the input cannot be read any further; what was read before is given
   *     first
   */
  public @Nullable Block next() throws IOException {
    if (ended && rest.length == 0) {
      return end();
    }
    byte[] buffer = buffer(Math.max(target, rest.length));
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int length = rest.length;
    rest = new byte[0];
    byte[] header = starts.header();
    int lineFrom = 0;
    int size = target;
    while (true) {
      while (!ended && length < size) {
        if (buffer.length - length < READ_BYTES) {
          buffer = Arrays.copyOf(buffer, buffer.length + size);
        }
        int before = length;
        length = read(buffer, length);
        lineFrom = lineFrom(buffer, lineFrom, before, length);
        length = shortened(lineFrom, length);
      }
      if (!isBegun && length > 0) {
        isBegun = true;
        starts.begin(buffer, length);
      }
      int end = ended ? length : starts.last(buffer, length, size >= MAX_BYTES);
      if (end == 0 && ended) {
        return end();
      }
      if (end > 0) {
        starts.note(buffer, end);
        rest = Arrays.copyOfRange(buffer, end, length);
        target = Math.min(2 * target, USUAL_BYTES);
        return new Block(input.name(), input.asOf(), header, buffer, end);
      }
      size += target;
    }
  }

  private @Nullable Block end() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private int read(byte[] buffer, int length) {
    try {
      int read = input.read(buffer, length, buffer.length);
      ended = read < 0;
      return length + Math.max(read, 0);
    } catch (IOException e) {
      failure = e;
      ended = true;
      return length;
    }
  }

  /** Where the unfinished line begins, after {@code [from, to)} was read. */
  private static int lineFrom(byte[] buffer, int lineFrom, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return lineFrom;
  }

  /** The length without what nobody keeps of an unfinished line. */
  private static int shortened(int lineFrom, int length) {
    return Math.min(length, lineFrom + KEPT_BYTES);
  }

  private byte[] buffer(int size) {
    synchronized (pool) {
      byte[] pooled = pool.poll();
      return pooled != null && pooled.length >= size ? pooled : new byte[size + READ_BYTES];
    }
  }

  /** Gives back a block that was read, whose memory is used again. */
  public void release(Block block) {
    synchronized (pool) {
      if (pool.size() < MAX_POOLED && block.bytes().length >= USUAL_BYTES) {
        pool.add(block.bytes());
      }
    }
  }
}
