package dev.winnow.formats.syslog;

import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes records as messages of RFC 5424. */
public final class SyslogEncoder {
  private static final int LOCAL0 = 16;

  /** Under which attributes stand: the number is that of documentation (RFC 5612). */
  private static final String ELEMENT = "attributes@32473";

  private static final int MAX_NAME = 32;

  private SyslogEncoder() {}

  /** The message, without its frame. */
  public static byte[] encode(LogRecord record) {
    Attributes resource = record.resource().attributes();
    StringBuilder out = new StringBuilder();
    out.append('<').append(LOCAL0 << 3 | severity(record.severityNumber())).append(">1 ");
    out.append(Instant.ofEpochSecond(0, record.timestamp() / 1_000 * 1_000)).append(' ');
    header(resource.value("host.name").text(), 255, out);
    header(record.serviceName(), 48, out);
    header("", 0, out);
    header(record.eventName(), MAX_NAME, out);
    out.append('[').append(ELEMENT);
    parameter("trace_id", record.traceId(), out);
    parameter("span_id", record.spanId(), out);
    record.attributes().forEach((name, value) -> parameter(name, value.text(), out));
    out.append("] ").append(record.body().text());
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int severity(SeverityNumber number) {
    return switch (number.range()) {
      case TRACE, DEBUG -> 7;
      case WARN -> 4;
      case ERROR -> 3;
      case FATAL -> 2;
      default -> 6;
    };
  }

  /** A field of the header, in which there is nothing but printable ASCII. */
  private static void header(String text, int most, StringBuilder out) {
    int length = Math.min(text.length(), most);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      out.append(c > ' ' && c < 127 ? c : '_');
    }
    out.append(length == 0 ? "- " : " ");
  }

  private static void parameter(String name, String value, StringBuilder out) {
    if (value.isEmpty() || name.isEmpty()) {
      return;
    }
    out.append(' ');
    for (int i = 0; i < Math.min(name.length(), MAX_NAME); i++) {
      char c = name.charAt(i);
      boolean isAllowed = c > ' ' && c < 127 && c != '=' && c != ']' && c != '"';
      out.append(isAllowed ? c : '_');
    }
    out.append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\' || c == ']') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
