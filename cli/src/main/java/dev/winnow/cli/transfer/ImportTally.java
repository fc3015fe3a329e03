package dev.winnow.cli.transfer;

import dev.winnow.cli.console.Figures;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;

/** What became of the records that were sent. */
final class ImportTally {
  private long sent;
  private long accepted;
  private long duplicates;
  private long malformed;

  /** Adds what a server says of so many records. */
  void add(long records, Attributes answer) {
    sent += records;
    accepted += count(answer, "accepted");
    duplicates += count(answer, "duplicates");
    malformed += count(answer, "malformed");
  }

  private static long count(Attributes answer, String name) {
    return answer.value(name) instanceof AnyValue.IntValue number ? number.value() : 0;
  }

  /** Adds lines that were no records. */
  void malformed(long lines) {
    malformed += lines;
  }

  boolean hasSent() {
    return sent > 0;
  }

  String text() {
    String said =
        "sent %s: %s stored, %s known from before"
            .formatted(
                Figures.count(sent, "record", "records"),
                Figures.count(accepted - duplicates),
                Figures.count(duplicates));
    return malformed == 0
        ? said
        : said + "; " + Figures.count(malformed, "line", "lines") + " malformed";
  }
}
