package dev.winnow.formats.syslog;

import dev.winnow.formats.request.TextCache;
import dev.winnow.formats.time.TimeShape;
import dev.winnow.formats.time.TimestampScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads messages of syslog. Not thread-safe.
 *
 * <p>Fields become what the OpenTelemetry logs data model says in its appendix on syslog, but for
 * the id of a message, which is the name of an event, and a process id, which is {@code
 * process.pid} where it is a number.
 */
public final class SyslogDecoder {
  /*
   * A header is read field by field, and the field at which it turns out to be none leaves the rest to
   * the body. BSD's has no form that all senders keep to: the host may be missing, and the tag, and
   * the time; without a time nothing tells a host from the first word of a text, so all is body then.
   * With one, the word behind it is the host, as RFC 3164 demands, unless it is a tag.
   */

  private static final int MAX_PRIORITY = 191;

  /** A longer word before a colon is no program's name. */
  private static final int MAX_TAG = 64;

  private static final int MAX_PID_DIGITS = 10;

  private final TextCache texts = new TextCache();
  private final StructuredData structured = new StructuredData();
  private final Attributes.Builder resource = Attributes.builder();
  private final Attributes.Builder attributes = Attributes.builder();
  private final ZoneId zone;
  private TimestampScanner times;
  private LogRecord.Builder record = LogRecord.builder();
  private byte[] in = {};
  private int at;
  private int end;

  /** A decoder that takes times without a zone for UTC. */
  public SyslogDecoder() {
    this(ZoneOffset.UTC);
  }

  /** A decoder that takes times without a zone for those of {@code zone}. */
  public SyslogDecoder(ZoneId zone) {
    this.zone = zone;
    times = new TimestampScanner(Instant.EPOCH, zone);
  }

  /** Begins messages that were seen at {@code observed}, from which a time has its missing year. */
  public void begin(Instant observed) {
    times = new TimestampScanner(observed, zone);
  }

  /**
   * The record that {@code in[from, to)} is.
   *
   * @param peer the address of the sender, named where the message names no host
   */
  public LogRecord decode(byte[] in, int from, int to, String peer) {
    this.in = in;
    at = from;
    end = withoutTrailer(in, from, to);
    record = LogRecord.builder();
    resource.clear();
    attributes.clear();
    readPriority();
    if (!readHeader()) {
      readBsdHeader();
    }
    Attributes described = resource.build();
    if (described.value("host.name") instanceof AnyValue.EmptyValue) {
      attributes.put("network.peer.address", AnyValue.of(peer));
    }
    return record
        .body(TextCache.decode(in, at, end))
        .resource(described.isEmpty() ? Resource.EMPTY : new Resource(described))
        .attributes(attributes.build())
        .build();
  }

  /** Some senders end a message with a NUL, others with a line break, also where it is counted. */
  private static int withoutTrailer(byte[] in, int from, int to) {
    int end = to;
    while (end > from && in[end - 1] == 0) {
      end--;
    }
    if (end > from && in[end - 1] == '\n') {
      end--;
    }
    return end > from && in[end - 1] == '\r' ? end - 1 : end;
  }

  private void readPriority() {
    int digit = at + 1;
    int priority = 0;
    while (digit < end && digit < at + 4 && isDigit(in[digit])) {
      priority = priority * 10 + in[digit++] - '0';
    }
    boolean isPriority =
        at < end && in[at] == '<' && digit > at + 1 && digit < end && in[digit] == '>';
    if (!isPriority || priority > MAX_PRIORITY) {
      return;
    }
    at = digit + 1;
    SyslogNames.putSeverity(priority & 7, record);
    attributes.put("syslog.facility", AnyValue.of(SyslogNames.facility(priority >> 3)));
  }

  /** Reads the header of RFC 5424; false, with nothing read, if there is none. */
  private boolean readHeader() {
    int start = at;
    if (end - at < 2 || in[at] != '1' || in[at + 1] != ' ') {
      return false;
    }
    at += 2;
    int time = at;
    int host = afterField(time);
    int program = afterField(host);
    int process = afterField(program);
    int message = afterField(process);
    int data = afterField(message);
    int dataEnd = data > end ? StructuredData.NONE : structured.read(in, data, end);
    boolean isTime = isNil(time, host - 1) || isTime(TimeShape.RFC3339, time, host - 1);
    if (dataEnd == StructuredData.NONE || !isTime) {
      at = start;
      return false;
    }
    if (!isNil(time, host - 1)) {
      record.timestamp(times.epochNanos());
    }
    describe("host.name", host, program - 1);
    describe("service.name", program, process - 1);
    process(process, message - 1);
    if (!isNil(message, data - 1)) {
      record.eventName(texts.text(in, message, data - 1));
    }
    structured.forEach(attributes::put);
    record.droppedAttributesCount(structured.dropped());
    at = afterMark(Math.min(end, dataEnd + (dataEnd < end ? 1 : 0)));
    return true;
  }

  /** Where the next field begins, behind the blank that ends this one; beyond the end if none. */
  private int afterField(int field) {
    int next = field;
    while (next < end && in[next] != ' ') {
      next++;
    }
    return next + 1;
  }

  private boolean isNil(int from, int to) {
    return to - from == 1 && in[from] == '-';
  }

  private boolean isTime(TimeShape shape, int from, int to) {
    return times.scan(shape, in, from, to) == to;
  }

  private void describe(String name, int from, int to) {
    if (to > from && !isNil(from, to)) {
      resource.put(name, texts.value(in, from, to));
    }
  }

  private void process(int from, int to) {
    if (to == from || isNil(from, to)) {
      return;
    }
    boolean isNumber = to - from <= MAX_PID_DIGITS;
    for (int i = from; i < to; i++) {
      isNumber &= isDigit(in[i]);
    }
    String text = texts.text(in, from, to);
    if (isNumber) {
      attributes.put("process.pid", AnyValue.of(Long.parseLong(text)));
    } else {
      attributes.put("syslog.procid", AnyValue.of(text));
    }
  }

  /** Passes over the mark that says that a text is in UTF-8. */
  private int afterMark(int from) {
    boolean isMarked =
        end - from >= 3
            && in[from] == (byte) 0xef
            && in[from + 1] == (byte) 0xbb
            && in[from + 2] == (byte) 0xbf;
    return isMarked ? from + 3 : from;
  }

  private void readBsdHeader() {
    int afterTime = afterBsdTime();
    if (afterTime == TimestampScanner.NONE) {
      at = afterMark(at);
      return;
    }
    record.timestamp(times.epochNanos());
    at = afterTime;
    int next = afterField(at);
    if (next <= end && !isTag(at, next - 1)) {
      describe("host.name", at, next - 1);
      at = next;
    }
    readTag();
  }

  /** Where the text goes on behind a time; Cisco's devices end one with a colon. */
  private int afterBsdTime() {
    for (TimeShape shape :
        new TimeShape[] {TimeShape.BSD, TimeShape.RFC3339, TimeShape.BSD_WITH_YEAR}) {
      int found = at < end ? times.scan(shape, in, at, end) : TimestampScanner.NONE;
      if (found != TimestampScanner.NONE) {
        int blank = found < end && in[found] == ':' ? found + 1 : found;
        if (blank < end && in[blank] == ' ') {
          return blank + 1;
        }
      }
    }
    return TimestampScanner.NONE;
  }

  /** Whether a word is a tag, where the name of a host may stand: {@code su:} or {@code su[7]:}. */
  private boolean isTag(int from, int to) {
    return to > from && (in[to - 1] == ':' || in[to - 1] == ']');
  }

  /** Reads the name of a program, and its process, which a colon ends. */
  private void readTag() {
    int nameEnd = at;
    while (nameEnd < end && nameEnd - at < MAX_TAG && isOfName(in[nameEnd])) {
      nameEnd++;
    }
    int tagEnd = nameEnd;
    if (nameEnd < end && in[nameEnd] == '[') {
      while (tagEnd < end && in[tagEnd] != ']' && tagEnd - nameEnd < MAX_TAG) {
        tagEnd++;
      }
      tagEnd++;
    }
    boolean isAddress = tagEnd + 1 < end && in[tagEnd + 1] == '/';
    if (nameEnd == at || tagEnd >= end || in[tagEnd] != ':' || in[at] == '%' || isAddress) {
      return;
    }
    describe("service.name", at, nameEnd);
    if (tagEnd > nameEnd) {
      process(nameEnd + 1, tagEnd - 1);
    }
    at = tagEnd + 1;
    at += at < end && in[at] == ' ' ? 1 : 0;
  }

  private static boolean isOfName(byte b) {
    return b != ' ' && b != ':' && b != '[';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
