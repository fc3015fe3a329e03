package dev.winnow.cli.generate;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Output;
import dev.winnow.connectors.Exporter;
import dev.winnow.connectors.Tally;
import dev.winnow.generator.Player;
import dev.winnow.kernel.record.LogRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends what is played, and tells on a terminal how it goes. */
final class Sending {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Console console;
  private final Exporter exporter;
  private final Player player;
  private final boolean showsProgress;
  private final long start = System.nanoTime();
  private long next = start + INTERVAL_NANOS;

  Sending(Console console, Exporter exporter, Player player, boolean showsProgress) {
    this.console = console;
    this.exporter = exporter;
    this.player = player;
    this.showsProgress = showsProgress;
  }

  void send(List<LogRecord> records) {
    exporter.export(records);
    if (console.out().isClosed()) {
      player.stop();
    }
    if (showsProgress && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + INTERVAL_NANOS;
      draw();
    }
  }

  private void draw() {
    Tally tally = exporter.tally();
    double seconds = (System.nanoTime() - start) / 1e9;
    String text =
        Figures.count(tally.sent(), "record", "records")
            + "  "
            + Figures.count(Math.round(tally.sent() / seconds))
            + "/s"
            + (tally.refused() == 0 ? "" : "  " + Figures.count(tally.refused()) + " refused");
    Output err = console.err();
    err.text(ERASE_LINE + text);
    err.flush();
  }

  /** Takes away what was drawn. */
  void clear() {
    if (showsProgress) {
      console.err().text(ERASE_LINE);
      console.err().flush();
    }
  }
}
