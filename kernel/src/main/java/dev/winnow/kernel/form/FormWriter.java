package dev.winnow.kernel.form;

import dev.winnow.kernel.swar.EightBytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The output of one scan: the form's text and the variables that it stands for. Reused, never
 * cleared byte by byte.
 *
 * <p>It also joins the words of a date: a form must not depend on whether a program writes a time
 * as one word or as five.
 */
final class FormWriter {
  private static final int NO_TOKEN = -1;
  private static final byte[] BEFORE_METHOD =
      (Mask.TIME.placeholder() + "] \"").getBytes(StandardCharsets.US_ASCII);

  /**
   * Room behind the limit for the longest word: as a request target it becomes three times as long.
   */
  private final byte[] out = new byte[FormScanner.MAX_FORM_BYTES + 4 * FormScanner.MAX_WORD_BYTES];

  private final Mask[] masks = new Mask[FormScanner.MAX_VARIABLES];
  private final int[] starts = new int[FormScanner.MAX_VARIABLES];
  private final int[] ends = new int[FormScanner.MAX_VARIABLES];
  private final boolean[] copied = new boolean[FormScanner.MAX_VARIABLES];

  private int length;
  private int variables;

  /** Placeholders written, of which only the first have a captured value. */
  private int placeholders;

  private int lastStart;
  private int lastEnd;
  private boolean space;
  private boolean newline;
  private boolean lines;
  private boolean escapeQuotes;
  private boolean copying;

  /** What the last token says about time, as {@link Times} bits; 0 if it is no time. */
  private int timeParts;

  /** Where the last token's text begins if the token is a month or a day of the week. */
  private int nameOut = NO_TOKEN;

  private int nameIn;
  private boolean isMonth;
  private @Nullable Mask lastMask;

  void reset() {
    length = 0;
    variables = 0;
    placeholders = 0;
    space = false;
    newline = false;
    lines = false;
    escapeQuotes = false;
    copying = false;
    forget();
  }

  void space() {
    space = true;
  }

  void newline() {
    newline = true;
    lines = true;
  }

  /** Whether a line break was met. */
  boolean hasLines() {
    return lines;
  }

  boolean isFull() {
    return length >= FormScanner.MAX_FORM_BYTES;
  }

  /** Writes literal text and forgets what came before. */
  void literal(byte[] in, int from, int to) {
    gap();
    forget();
    copy(in, from, to);
  }

  /** Writes one ASCII character that is a token of its own. */
  void separator(byte b) {
    gap();
    forget();
    out[length++] = b;
    if (b == '<') {
      out[length++] = b;
    } else if (b == '"' && escapeQuotes) {
      out[length - 1] = '\\';
      out[length++] = b;
    }
  }

  void codePoint(int codePoint) {
    gap();
    forget();
    length = Utf8.encode(codePoint, out, length);
  }

  /** Writes a literal word that is a month or a day of the week, and may begin a date. */
  void dateName(byte[] in, int from, int to, boolean month) {
    boolean joins = month && nameOut != NO_TOKEN && !isMonth && !newline;
    int start = nameOut;
    int startIn = nameIn;
    literal(in, from, to);
    nameOut = joins ? start : length - (to - from);
    nameIn = joins ? startIn : from;
    isMonth = month;
  }

  /** Writes the placeholder of a variable that spans {@code [from, to)} of the input. */
  void mask(Mask mask, int from, int to) {
    gap();
    forget();
    lastMask = mask;
    copy(mask.padded(), 0, mask.length());
    placeholders++;
    lastStart = from;
    lastEnd = to;
    if (variables == FormScanner.MAX_VARIABLES) {
      return;
    }
    masks[variables] = mask;
    copied[variables] = copying;
    starts[variables] = from;
    ends[variables++] = to;
  }

  /** Writes a time, or extends the date before it. */
  void time(int parts, int from, int to) {
    if (timeParts != 0 && (timeParts & parts) == 0 && (timeParts & Times.DATE) != 0 && !newline) {
      extend(parts, to);
    } else {
      mask(Mask.TIME, from, to);
      timeParts = parts;
    }
  }

  /** Writes a number, unless the words before it make it a part of a date. */
  void number(byte[] in, int from, int to) {
    if (newline) {
      mask(Mask.NUM, from, to);
    } else if (nameOut != NO_TOKEN && isMonth && space && Times.isDayOfMonth(in, from, to)) {
      length = nameOut;
      space = false;
      int start = nameIn;
      mask(Mask.TIME, start, to);
      timeParts = Times.DATE;
    } else if (timeParts != 0 && space && continuesTime(in, from, to)) {
      extend(Times.isYear(in, from, to) ? Times.YEAR : 0, to);
    } else {
      mask(Mask.NUM, from, to);
    }
  }

  /** Whether the input directly behind a clock is its fraction: {@code ,123}. */
  boolean takesFraction() {
    return (timeParts & Times.CLOCK) != 0 && !space && !newline;
  }

  /** Whether a zone such as {@code UTC} in the next word belongs to the time before it. */
  boolean takesZone() {
    return (timeParts & Times.CLOCK) != 0 && space && !newline;
  }

  /**
   * Whether the next word is the request target of an access log: the Common Log Format writes
   * {@code [time] "METHOD target protocol"}, of which a text may hold what follows the time.
   */
  boolean expectsTarget() {
    int method = length;
    while (method > 0 && out[method - 1] >= 'A' && out[method - 1] <= 'Z') {
      method--;
    }
    boolean starts = method == 1 && out[0] == '"';
    return space && method < length && (starts || endsWith(BEFORE_METHOD, method));
  }

  private boolean endsWith(byte[] suffix, int end) {
    if (end < suffix.length) {
      return false;
    }
    for (int i = 0; i < suffix.length; i++) {
      if (out[end - suffix.length + i] != suffix[i]) {
        return false;
      }
    }
    return true;
  }

  /** Ends a request target that was written in parts. */
  void endTarget() {
    lastMask = Mask.PATH;
  }

  /** Whether the last token is the target of a request, behind which its protocol is no word. */
  boolean takesProtocol() {
    return (lastMask == Mask.PATH || lastMask == Mask.URL) && space && !newline;
  }

  /** Lets the last variable reach to {@code to}, together with the space before. */
  void extend(int parts, int to) {
    space = false;
    timeParts |= parts;
    lastEnd = to;
    if (placeholders == variables) {
      ends[variables - 1] = to;
    }
  }

  /** Drops the space before a word that was absorbed. */
  void absorb() {
    space = false;
  }

  void rest(int at) {
    drop();
    mask(Mask.REST, at, at);
  }

  /** Writes characters as they are, without the space that may be due. */
  void raw(byte[] in, int from, int to) {
    drop();
    forget();
    for (int i = from; i < to && i - from < FormScanner.MAX_WORD_BYTES; i++) {
      out[length++] = in[i];
      if (in[i] == '<') {
        out[length++] = '<';
      }
    }
  }

  void raw(char c) {
    drop();
    forget();
    out[length++] = (byte) c;
  }

  private void drop() {
    space = false;
    newline = false;
  }

  /** Lets quotes be written with a backslash, inside a string of a structured body. */
  void escapeQuotes(boolean escape) {
    escapeQuotes = escape;
  }

  /** Says whether the variables that follow lie in the input or in a copy of it. */
  void copying(boolean copied) {
    copying = copied;
  }

  boolean isCopied(int index) {
    return copied[index];
  }

  /** Takes back all that was written since the form was {@code length} bytes long. */
  void rewind(int length, int variables, int placeholders) {
    this.length = length;
    this.placeholders = placeholders;
    this.variables = variables;
    drop();
    forget();
  }

  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  int variables() {
    return variables;
  }

  int placeholders() {
    return placeholders;
  }

  /** Where the last variable begins, captured or not. */
  int lastStart() {
    return lastStart;
  }

  int lastEnd() {
    return lastEnd;
  }

  Mask mask(int index) {
    return masks[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  private boolean continuesTime(byte[] in, int from, int to) {
    boolean year = (timeParts & Times.YEAR) == 0 && Times.isYear(in, from, to);
    boolean named = (timeParts & Times.DATE) != 0;
    return (year && named) || ((timeParts & Times.CLOCK) != 0 && Times.isZone(in, from, to));
  }

  private void gap() {
    if (newline && length > 0) {
      out[length++] = '\n';
    } else if (space && length > 0) {
      out[length++] = ' ';
    }
    newline = false;
    space = false;
  }

  private void forget() {
    timeParts = 0;
    nameOut = NO_TOKEN;
    lastMask = null;
  }

  /** Copies in steps of eight bytes where the input reaches far enough, as most words are short. */
  private void copy(byte[] in, int from, int to) {
    if (to + EightBytes.LENGTH > in.length) {
      System.arraycopy(in, from, out, length, to - from);
    } else {
      for (int at = from; at < to; at += EightBytes.LENGTH) {
        EightBytes.put(EightBytes.at(in, at), out, length + at - from);
      }
    }
    length += to - from;
  }
}
