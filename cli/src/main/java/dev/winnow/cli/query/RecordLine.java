package dev.winnow.cli.query;

import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
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

  /** The characters of a message that are shown, which are more than people read of one. */
  private static final int MESSAGE_LENGTH = 2_000;

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
            + message(record.value("message").text());
    return line.stripTrailing();
  }

  /** A record for which so many of its template stand. */
  String of(Attributes record, long count) {
    return of(record) + style.faint("  (" + Figures.count(count) + " more)");
  }

  private String message(String text) {
    if (text.length() <= MESSAGE_LENGTH) {
      return Printable.of(text);
    }
    int end = MESSAGE_LENGTH - (Character.isHighSurrogate(text.charAt(MESSAGE_LENGTH - 1)) ? 1 : 0);
    String rest = Figures.count(text.length() - end) + " more characters; --json prints all";
    return Printable.of(text.substring(0, end)) + style.faint(" (" + rest + ")");
  }

  private String paint(String level, String text) {
    return switch (level) {
      case "ERROR", "FATAL" -> style.bad(text);
      case "WARN" -> style.doubtful(text);
      case "DEBUG", "TRACE" -> style.faint(text);
      default -> text;
    };
  }
}
