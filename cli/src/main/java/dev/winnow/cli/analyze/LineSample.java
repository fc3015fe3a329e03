package dev.winnow.cli.analyze;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The first lines of a log, and as many that are spread over the rest of it. */
final class LineSample {
  private static final int FIRST = 200;
  private static final int SPREAD = 200;

  /** Longer lines are cut. */
  private static final int MAX_BYTES = 16 << 10;

  /** A line and its number. */
  record Line(String text, long number) {}

  private final List<Line> first = new ArrayList<>();
  private final List<Line> spread = new ArrayList<>();
  private long stride = 1;

  private LineSample() {}

  static List<Line> of(Input input) throws IOException {
    LineSample sample = new LineSample();
    LineReader lines = new LineReader(input);
    while (lines.next()) {
      sample.add(lines);
    }
    sample.first.addAll(sample.spread);
    return sample.first;
  }

  private void add(LineReader lines) {
    long number = lines.lines();
    if (number <= FIRST) {
      first.add(line(lines));
    } else if (number % stride == 0) {
      if (spread.size() == SPREAD) {
        thin();
      }
      if (number % stride == 0) {
        spread.add(line(lines));
      }
    }
  }

  /** Keeps every second line, and takes half as many from now on. */
  private void thin() {
    stride *= 2;
    for (Iterator<Line> each = spread.iterator(); each.hasNext(); ) {
      if (each.next().number % stride != 0) {
        each.remove();
      }
    }
  }

  private static Line line(LineReader lines) {
    int length = Math.min(lines.to() - lines.from(), MAX_BYTES);
    String text = new String(lines.buffer(), lines.from(), length, StandardCharsets.UTF_8);
    return new Line(text, lines.lines());
  }
}
