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
  private record Part(int block, LineLedger ledger, ReadingNotes notes, TimeOrder order) {}

  final LayoutCounts layouts = new LayoutCounts();
  private final List<Part> parts = new ArrayList<>();

  /** The block that is being counted, and the order of the times in it. */
  private int block;

  private TimeOrder order = new TimeOrder();

  void begin(int newBlock) {
    block = newBlock;
    order = new TimeOrder();
  }

  void end(RecordReader records) {
    parts.add(new Part(block, records.ledger(), records.notes(), order));
  }

  int block() {
    return block;
  }

  /** Notes the time of a record. */
  void noteTime(long time, long line) {
    order.add(time, line);
  }

  void add(InputTally other) {
    layouts.add(other.layouts);
    parts.addAll(other.parts);
    parts.sort(Comparator.comparingInt(Part::block));
  }

  /** The number of lines before each block, of which none may be missing. */
  long[] linesBefore() {
    long[] lines = new long[parts.size()];
    for (int i = 1; i < lines.length; i++) {
      lines[i] = lines[i - 1] + parts.get(i - 1).ledger.linesRead();
    }
    return lines;
  }

  LineLedger ledger() {
    return parts.stream().map(Part::ledger).reduce(LineLedger.EMPTY, LineLedger::plus);
  }

  ReadingNotes notes() {
    long[] linesBefore = linesBefore();
    ReadingNotes sum = ReadingNotes.NONE;
    for (int i = 0; i < linesBefore.length; i++) {
      sum = sum.plus(parts.get(i).notes, linesBefore[i]);
    }
    return sum;
  }

  Disorder disorder() {
    long[] linesBefore = linesBefore();
    TimeOrder sum = new TimeOrder();
    for (int i = 0; i < linesBefore.length; i++) {
      sum.add(parts.get(i).order, linesBefore[i]);
    }
    return sum.disorder();
  }
}
