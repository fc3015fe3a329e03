package dev.winnow.cli.query;

import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Style;
import dev.winnow.cli.console.Terminal;
import dev.winnow.kernel.record.Attributes;

/** A record as a line: when, how serious, who, what. */
final class RecordLine {
  /** {@code 2026-11-21T10:00:00.123}, behind which finer digits are left out. */
  private static final int TIME_LENGTH = 23;

  private static final int LEVEL_WIDTH = 5;
  private static final int SERVICE_WIDTH = 16;

  private final Style style;

  RecordLine(Terminal terminal) {
    style = new Style(terminal);
  }

  String of(Attributes record) {
    String time = Printable.of(record.value("timestamp").text()).replace('T', ' ');
    String level = Printable.of(record.value("level").text());
    String service = Printable.of(record.value("service").text());
    String line =
        style.faint(time.substring(0, Math.min(TIME_LENGTH, time.length())))
            + "  "
            + paint(level, DisplayWidth.pad(level.isEmpty() ? "?" : level, LEVEL_WIDTH))
            + "  "
            + DisplayWidth.pad(service, SERVICE_WIDTH)
            + "  "
            + Printable.of(record.value("message").text());
    return line.stripTrailing();
  }

  private String paint(String level, String text) {
    return switch (level) {
      case "ERROR", "FATAL" -> style.bad(text);
      case "WARN" -> style.doubtful(text);
      default -> text;
    };
  }
}
