package dev.winnow.formats.entry;

import dev.winnow.formats.input.Input;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An input as lines, one for each record, if it is a document that holds records or a journal's
 * export; all others are given as they are. Which it is shows in its first line.
 */
public final class Entries implements ReadableByteChannel {
  /** So much of the input is looked at. */
  private static final int SAMPLE = 64 << 10;

  private static final int CHUNK = 64 << 10;

  private final Input input;
  private byte[] in = new byte[SAMPLE];
  private int from;
  private int to;
  private boolean isDecided;
  private boolean ended;
  private boolean isFlushed;
  private @Nullable EntryWriter writer;
  private @Nullable IOException failure;
  private final ByteQueue out = new ByteQueue();

  private Entries(Input input) {
    this.input = input;
  }

  /** The entries of an input. */
  public static Entries of(Input input) {
    return new Entries(input);
  }

  /** An input of them, which reads the other one. */
  public Input input() {
    return Input.of(input.name(), this, input.asOf(), input.size(), input::bytesRead);
  }

  /** Whether it is made of entries, so that numbers of its lines are numbers of entries. */
  public boolean isDocument() {
    return writer != null;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!isDecided && !decide()) {
      return 0;
    }
    if (writer == null) {
      return pass(target);
    }
    while (out.size() == 0 && !isFlushed) {
      if (from < to) {
        write(writer);
      } else if (ended) {
        writer.end(out);
        isFlushed = true;
      } else if (fill(CHUNK) == 0) {
        return 0;
      }
    }
    byte[] array = target.array();
    int start = target.arrayOffset() + target.position();
    int length = out.take(array, start, start + target.remaining());
    target.position(target.position() + length);
    return length == 0 ? end() : length;
  }

  /** Hands over what was looked at, then the input itself. */
  private int pass(ByteBuffer target) throws IOException {
    int start = target.arrayOffset() + target.position();
    int length = Math.min(to - from, target.remaining());
    if (length > 0) {
      target.put(in, from, length);
      from += length;
      return length;
    }
    length = ended ? end() : input.read(target.array(), start, start + target.remaining());
    target.position(target.position() + Math.max(length, 0));
    return length;
  }

  /** The end; where the input is broken that is said after what came before has been given. */
  private int end() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return -1;
  }

  private void write(EntryWriter writer) {
    while (from < to && out.size() < CHUNK) {
      writer.accept(in[from++], out);
    }
  }

  /** Reads more behind what is there; how much, or -1 at the end or where the input is broken. */
  private int fill(int limit) {
    if (from == to) {
      from = 0;
      to = 0;
    }
    int read = -1;
    try {
      read = input.read(in, to, limit);
    } catch (IOException broken) {
      failure = broken;
    }
    ended = read < 0;
    to += Math.max(read, 0);
    return read;
  }

  /** Finds out what the input is; false while that cannot be said. */
  private boolean decide() {
    while (!ended && to < SAMPLE && !isEnough()) {
      if (fill(SAMPLE) == 0) {
        return false;
      }
    }
    isDecided = true;
    if (startsWith(JournalEntries.START)) {
      writer = new JournalEntries();
    } else if (isDocumentStart()) {
      writer = new DocumentEntries();
    }
    return true;
  }

  /** Whether nothing that is to come could change what the input is taken for. */
  private boolean isEnough() {
    int start = skipBlanks(0);
    if (start == to) {
      return false;
    }
    if (in[start] != '{' && in[start] != '[') {
      return to - start >= JournalEntries.START.length || in[start] != JournalEntries.START[0];
    }
    return skipBlanks(start + 1) < to && lineEnd(start) < to;
  }

  private boolean startsWith(byte[] text) {
    return to >= text.length && Arrays.equals(in, 0, text.length, text, 0, text.length);
  }

  private boolean isDocumentStart() {
    int start = skipBlanks(0);
    int second = start < to ? skipBlanks(start + 1) : to;
    if (second == to) {
      return false;
    }
    if (in[start] == '[') {
      return in[second] == '{';
    }
    if (in[start] != '{' || in[second] != '"') {
      return false;
    }
    int end = lineEnd(start);
    return end < second || isWrapper(start, end);
  }

  /** Whether the object that begins the line goes on behind it, or is one that holds records. */
  private boolean isWrapper(int start, int end) {
    JsonScanner json = new JsonScanner().reset(in, start, end);
    JsonEvent event = json.next();
    int name = start;
    while (event != JsonEvent.END && event != JsonEvent.INVALID) {
      event = json.next();
      if (event == JsonEvent.KEY && json.depth() == 1) {
        name = json.valueFrom();
        byte[] key = Arrays.copyOfRange(in, name, json.valueTo());
        int head = name - 1 - start;
        event = json.next();
        boolean isContainer = event == JsonEvent.ARRAY_START || event == JsonEvent.OBJECT_START;
        if (isContainer && RecordPlace.ROOT.find(key, key.length, in, start, head) != null) {
          return true;
        }
      }
    }
    return event == JsonEvent.INVALID && json.faultOffset() == end && goesOn(end);
  }

  /** Whether the line that ends there ends as those do that are broken for people. */
  private boolean goesOn(int end) {
    int last = end - 1;
    while (in[last] == ' ' || in[last] == '\t' || in[last] == '\r') {
      last--;
    }
    return end < to && (in[last] == '{' || in[last] == '[' || in[last] == ',');
  }

  private int lineEnd(int start) {
    int at = start;
    while (at < to && in[at] != '\n') {
      at++;
    }
    return at;
  }

  private int skipBlanks(int start) {
    int at = start;
    while (at < to && (in[at] == ' ' || in[at] == '\t' || in[at] == '\r' || in[at] == '\n')) {
      at++;
    }
    return at;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
