package dev.winnow.cli.analysis;

import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;
import dev.winnow.formats.join.RecordReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one thread has counted of one input, block by block. */
final class InputTally {
  /** What became of one block. */
  private record Part(int block, LineLedger ledger, ReadingNotes notes, Disorder disorder) {}

  final LayoutCounts layouts = new LayoutCounts();
  private final List<Part> parts = new ArrayList<>();

  /** The block that is being counted, the latest time in it, and what is earlier. */
  private int block;

  private long latest;
  private Disorder disorder = Disorder.NONE;

  void begin(int newBlock) {
    block = newBlock;
    latest = Long.MIN_VALUE;
    disorder = Disorder.NONE;
  }

  void end(RecordReader records) {
    parts.add(new Part(block, records.ledger(), records.notes(), disorder));
  }

  int block() {
    return block;
  }

  /** Notes the time of a record. */
  void noteTime(long time, long line) {
    if (latest != Long.MIN_VALUE && latest - time > Disorder.TOLERANCE_NANOS) {
      disorder = disorder.plus(latest - time, line);
    }
    latest = Math.max(latest, time);
  }

  void add(InputTally other) {
    layouts.add(other.layouts);
    parts.addAll(other.parts);
    parts.sort(Comparator.comparingInt(Part::block));
  }

  /** The number of lines before a block. */
  long linesBefore(int block) {
    return parts.stream()
        .filter(part -> part.block < block)
        .mapToLong(part -> part.ledger.linesRead())
        .sum();
  }

  LineLedger ledger() {
    return parts.stream().map(Part::ledger).reduce(LineLedger.EMPTY, LineLedger::plus);
  }

  ReadingNotes notes() {
    ReadingNotes sum = ReadingNotes.NONE;
    for (Part part : parts) {
      sum = sum.plus(part.notes, linesBefore(part.block));
    }
    return sum;
  }

  Disorder disorder() {
    Disorder sum = Disorder.NONE;
    for (Part part : parts) {
      sum = sum.plus(part.disorder, linesBefore(part.block));
    }
    return sum;
  }
}
