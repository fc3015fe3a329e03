package dev.winnow.pipeline;

import dev.winnow.formats.join.AnsiEscapes;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.formats.layout.LineInterpreter;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.RecordInterpreter;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.severity.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what a body says of its record, as {@code analyze} reads a line. One per thread. */
final class BodyReader {
  private static final Severity ASSUMED = Severity.infer("");

  private final LineInterpreter lines = new LineInterpreter(Layouts.ofRecords(), Instant.EPOCH);
  private final RecordInterpreter records = new RecordInterpreter(Layouts.ofRecords());
  private final LineReading reading = new LineReading();
  private Severity severity = ASSUMED;

  /** Begins the bodies of a request, which were written by {@code now} at the latest. */
  void begin(Instant now) {
    lines.begin(now);
  }

  /**
   * Reads a body.
   *
   * @return what it says; null if that is no more than its {@link #severity()}
   */
  @Nullable LogRecord read(String body) {
    byte[] in = body.getBytes(StandardCharsets.UTF_8);
    int to = body.indexOf('\u001b') < 0 ? in.length : AnsiEscapes.strip(in, 0, in.length);
    int line = lineEnd(in, to);
    int end = lines.read(in, 0, line, reading);
    // Reading may have shortened the line; what follows it moves up.
    System.arraycopy(in, line, in, end, to - line);
    to -= line - end;
    severity = reading.severity().orInferred(in, reading.span(Field.MESSAGE).start(), to);
    boolean isPlain = reading.layout().kind() == Layout.Kind.PLAIN && reading.envelope() == null;
    return isPlain ? null : records.read(in, 0, to, reading, severity);
  }

  /** The severity that the last body states or shows; INFO if it does neither. */
  Severity severity() {
    return severity;
  }

  private static int lineEnd(byte[] in, int to) {
    int end = 0;
    while (end < to && in[end] != '\n') {
      end++;
    }
    return end;
  }
}
