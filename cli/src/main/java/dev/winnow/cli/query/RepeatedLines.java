package dev.winnow.cli.query;

import dev.winnow.cli.console.Output;
import dev.winnow.kernel.record.Attributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Prints what has the same template within a short time as two lines at most: the first record at
 * once, and at the end of the time the last one, with how many came after the first.
 */
final class RepeatedLines implements RecordDisplay {
  /** The templates of a period; beyond it the period ends early. */
  private static final int MOST_TEMPLATES = 10_000;

  private final Output out;
  private final RecordLine line;
  private final Map<String, Repeats> repeats = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /** How often a template came after its first record, and the last of them. */
  private record Repeats(long count, Attributes last) {}

  /**
   * Lines that are printed to an output.
   *
   * @param period within what time records of a template are repeats
   */
  RepeatedLines(Output out, RecordLine line, Duration period) {
    this.out = out;
    this.line = line;
    var _ =
        clock.scheduleAtFixedRate(
            this::endPeriod, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void show(Attributes record) {
    String template = record.value("template_id").text();
    Repeats known = repeats.get(template);
    if (known == null) {
      out.line(line.of(record));
      out.flush();
    }
    repeats.put(template, new Repeats(known == null ? 0 : known.count + 1, record));
    if (repeats.size() == MOST_TEMPLATES) {
      endPeriod();
    }
  }

  private synchronized void endPeriod() {
    for (Repeats each : repeats.values()) {
      if (each.count > 0) {
        out.line(line.of(each.last, each.count));
      }
    }
    repeats.clear();
    out.flush();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    endPeriod();
  }
}
