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

  void end(int block, RecordReader records, Disorder disorder) {
    parts.add(new Part(block, records.ledger(), records.notes(), disorder));
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
