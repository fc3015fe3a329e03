package dev.winnow.formats.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one line of each record in JSON that is laid out over lines, or wrapped in other JSON. */
final class DocumentEntries implements EntryWriter {
  /*
   * Brackets are counted, strings are respected, and each token is held against the one before it; the
   * rest of JSON's grammar is for those who read the line. An object that may hold records is held back until a member
   * shows that it does: then only what is in there is written, each element with the members before
   * it if the wrapper says so. Where HELD bytes show nothing, the object is a record itself, and
   * passes through from then on.
   *
   * Where a byte cannot be JSON, such as a line feed in a string or an object behind a value, the
   * record is broken off, and what follows is read as if it were the beginning.
   *
   * Each byte costs a constant time, and memory is HELD, CONTEXT and the frames of wrappers, which are
   * as deep as the table of wrappers.
   */

  /** So much of an object is looked at for a place that holds records. */
  static final int HELD = 64 << 10;

  /** Members that belong to each record are dropped beyond this size. */
  static final int CONTEXT = 8 << 10;

  private static final int MAX_KEY = 32;
  private static final byte[] NOTHING = {};

  /** A container that is passed through: records are in it. */
  private record Frame(RecordPlace place, boolean isArray, int depth, int context) {}

  private final List<Frame> frames = new ArrayList<>();
  private final OtlpRecord otlp = new OtlpRecord();
  private final ByteQueue line = new ByteQueue();
  private final ByteQueue context = new ByteQueue();
  private final byte[] key = new byte[MAX_KEY];
  private int keyLength;
  private int keyStart;
  private @Nullable RecordPlace pending;

  private int depth;

  /** One bit for each open container, the innermost the lowest, set for objects; 64 at most. */
  private long objects;

  /** The depth within the record that is written; 0 if none is. */
  private int recordDepth;

  private boolean isHeld;
  private boolean isText;

  /** Whether a bracket was read that opens an array only if an object follows. */
  private boolean mayBeText;

  private boolean isBracketLost;
  private boolean inString;
  private boolean isKey;
  private boolean isEscaped;
  private boolean startsLine = true;
  private boolean isFirstColumn = true;
  private byte before;

  DocumentEntries() {
    frames.add(new Frame(RecordPlace.ROOT, true, 0, 0));
  }

  @Override
  public void accept(byte b, ByteQueue out) {
    if (isText) {
      text(b, out);
    } else if (inString) {
      string(b, out);
    } else if (b == '\n') {
      startsLine = true;
      isFirstColumn = true;
    } else if (b == ' ' || b == '\t' || b == '\r') {
      isFirstColumn = false;
    } else {
      if (recordDepth > 0 && isFault(b)) {
        breakOff(out);
      }
      token(b, out);
      startsLine = false;
      isFirstColumn = false;
      before = b;
    }
  }

  @Override
  public void end(ByteQueue out) {
    if (recordDepth > 0 || isText) {
      finish(out);
    }
  }

  /** Whether no JSON has this byte here. */
  private boolean isFault(byte b) {
    boolean inObject = (objects & 1) != 0;
    return switch (b) {
      case '{', '[' ->
          inObject ? before != ':' || (b == '{' && isFirstColumn) : ",[".indexOf(before) < 0;
      case '}', ']', ':', ',' -> false;
      case '"' -> inObject ? ":{,".indexOf(before) < 0 : ",[".indexOf(before) < 0;
      default -> "}]\"".indexOf(before) >= 0 || (inObject && ",{".indexOf(before) >= 0);
    };
  }

  private void text(byte b, ByteQueue out) {
    if (b == '\n') {
      isText = false;
      startsLine = true;
      isFirstColumn = true;
      finish(out);
    } else {
      write(b, out);
    }
  }

  private void string(byte b, ByteQueue out) {
    if (b == '\n') {
      breakOff(out);
      return;
    }
    write(b, out);
    if (isEscaped) {
      isEscaped = false;
    } else if (b == '\\') {
      isEscaped = true;
    } else if (b == '"') {
      inString = false;
      before = b;
      return;
    }
    if (isKey && keyLength <= MAX_KEY) {
      if (keyLength < MAX_KEY) {
        key[keyLength] = b;
      }
      keyLength++;
    }
  }

  private void token(byte b, ByteQueue out) {
    if (isNoJson(b)) {
      isText = true;
      if (isBracketLost) {
        write((byte) '[', out);
        isBracketLost = false;
      }
      write(b, out);
      return;
    }
    switch (b) {
      case '{', '[' -> open(b, out);
      case '}', ']' -> close(b, out);
      case '"' -> quote(out);
      case ':' -> {
        write(b, out);
        pending = isKey && keyLength < MAX_KEY ? place() : null;
        isKey = false;
      }
      default -> {
        pending = null;
        write(b, out);
      }
    }
  }

  /** Whether a byte begins a line of text that stands between records. */
  private boolean isNoJson(byte b) {
    if (recordDepth > 0 || !top().isArray()) {
      return false;
    }
    if (mayBeText && "{[]".indexOf(b) < 0) {
      frames.remove(frames.size() - 1);
      depth = 0;
      isBracketLost = true;
    }
    mayBeText = false;
    return isBracketLost
        || (frames.size() == 1 ? "{[,".indexOf(b) < 0 : startsLine && "{[,]}\"".indexOf(b) < 0);
  }

  private void quote(ByteQueue out) {
    boolean inObject = recordDepth > 0 ? isHeld && depth == recordDepth : !top().isArray();
    boolean mayName = inObject && (recordDepth > 0 || depth == top().depth());
    inString = true;
    isKey = mayName && (before == '{' || before == ',');
    keyLength = 0;
    keyStart = line.size();
    pending = null;
    write((byte) '"', out);
  }

  private @Nullable RecordPlace place() {
    int head = recordDepth > 0 ? Math.min(keyStart, line.size()) : 0;
    return top().place().find(key, keyLength, line.array(), line.start(), head);
  }

  private void open(byte b, ByteQueue out) {
    depth++;
    objects = objects << 1 | (b == '{' ? 1 : 0);
    RecordPlace place = pending;
    pending = null;
    if (place != null) {
      pass(place, b, out);
      return;
    }
    Frame top = top();
    boolean isElement = recordDepth == 0 && top.isArray() && depth == top.depth() + 1;
    if (isElement && frames.size() == 1 && b == '[') {
      frames.add(new Frame(RecordPlace.PLAIN, true, depth, 0));
      mayBeText = true;
      return;
    }
    if (isElement) {
      recordDepth = depth;
      isHeld = top.place().equals(RecordPlace.LOG_RECORDS) || !top.place().inner().isEmpty();
    }
    write(b, out);
    if (isElement && b == '{') {
      (isHeld ? line : out).addAll(context);
    }
  }

  /** Writes what is in a container, and not the container. */
  private void pass(RecordPlace place, byte b, ByteQueue out) {
    int size = context.size();
    if (recordDepth > 0) {
      int head = Math.min(keyStart, line.size());
      if (place.keepsHead() && head <= CONTEXT && head > 1) {
        // It begins with the context that it has got itself.
        context.clear();
        context.add(line.array(), line.start() + 1, line.start() + head);
      }
      line.clear();
      frames.add(new Frame(top().place(), false, recordDepth, size));
      recordDepth = 0;
    }
    if (b == '{' && place.inner().isEmpty()) {
      recordDepth = depth;
      isHeld = false;
      write(b, out);
    } else {
      frames.add(new Frame(place, b == '[', depth, context.size()));
    }
  }

  private void close(byte b, ByteQueue out) {
    if (recordDepth > 0) {
      write(b, out);
      depth--;
      objects >>>= 1;
      if (depth < recordDepth) {
        finish(out);
      }
      return;
    }
    Frame top = top();
    if (frames.size() > 1 && depth == top.depth()) {
      frames.remove(frames.size() - 1);
      context.truncate(Math.min(context.size(), top.context()));
    }
    depth = Math.max(0, depth - 1);
    objects >>>= 1;
  }

  private Frame top() {
    return frames.get(frames.size() - 1);
  }

  private void write(byte b, ByteQueue out) {
    if (recordDepth == 0 && !isText) {
      return;
    }
    if (!isHeld) {
      out.add(b);
      return;
    }
    line.add(b);
    if (line.size() == HELD) {
      isHeld = false;
      out.addAll(line);
      line.clear();
    }
  }

  private void finish(ByteQueue out) {
    byte[] rewritten = NOTHING;
    if (isHeld && top().place().equals(RecordPlace.LOG_RECORDS)) {
      rewritten = otlp.rewrite(line.array(), line.start(), line.start() + line.size());
    }
    if (rewritten.length > 0) {
      out.add(rewritten, 0, rewritten.length);
    } else {
      out.addAll(line);
    }
    out.add((byte) '\n');
    line.clear();
    recordDepth = 0;
    isHeld = false;
    isText = false;
  }

  private void breakOff(ByteQueue out) {
    end(out);
    inString = false;
    isEscaped = false;
    startsLine = true;
    depth = 0;
    objects = 0;
    context.clear();
    frames.subList(1, frames.size()).clear();
  }
}
