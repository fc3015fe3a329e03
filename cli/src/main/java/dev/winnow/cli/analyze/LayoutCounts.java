package dev.winnow.cli.analyze;

import dev.winnow.formats.layout.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many lines of an input have which layout. */
final class LayoutCounts {
  /** A layout and the number of its lines, with those that were joined to them. */
  record Count(Layout layout, long lines) {}

  private final List<Layout> layouts = new ArrayList<>();
  private long[] lines = new long[8];
  private int last;

  void add(Layout layout, long count) {
    if (layouts.isEmpty() || !layouts.get(last).equals(layout)) {
      last = layouts.indexOf(layout);
      if (last < 0) {
        last = layouts.size();
        layouts.add(layout);
        lines = Arrays.copyOf(lines, Math.max(lines.length, layouts.size() * 2));
      }
    }
    lines[last] += count;
  }

  /** The layouts, the most frequent first. */
  List<Count> mostFrequent() {
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      counts.add(new Count(layouts.get(i), lines[i]));
    }
    counts.sort(Comparator.comparingLong(count -> -count.lines()));
    return counts;
  }

  /** The lines of records. */
  long lines() {
    long sum = 0;
    for (long count : lines) {
      sum += count;
    }
    return sum;
  }

  /** The lines whose layout was recognised. */
  long recognised() {
    return lines()
        - mostFrequent().stream()
            .filter(count -> count.layout().kind() == Layout.Kind.PLAIN)
            .mapToLong(Count::lines)
            .sum();
  }
}
