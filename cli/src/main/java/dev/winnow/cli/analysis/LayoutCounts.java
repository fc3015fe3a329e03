package dev.winnow.cli.analysis;

import dev.winnow.formats.layout.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many lines of an input have which layout. */
public final class LayoutCounts {
  /** A layout and the number of its lines, with those that were joined to them. */
  public record Count(Layout layout, @Nullable Layout envelope, long lines) {
    /** What people call it. */
    public String name() {
      return envelope == null ? layout.name() : layout.name() + " in " + envelope.name();
    }
  }

  private record Key(Layout layout, @Nullable Layout envelope) {
    boolean is(Layout other, @Nullable Layout otherEnvelope) {
      return layout.equals(other) && Objects.equals(envelope, otherEnvelope);
    }
  }

  private final List<Key> keys = new ArrayList<>();
  private long[] lines = new long[8];
  private int last;

  void add(Layout layout, @Nullable Layout envelope, long count) {
    if (keys.isEmpty() || !keys.get(last).is(layout, envelope)) {
      last = keys.indexOf(new Key(layout, envelope));
      if (last < 0) {
        last = keys.size();
        keys.add(new Key(layout, envelope));
        lines = Arrays.copyOf(lines, Math.max(lines.length, keys.size() * 2));
      }
    }
    lines[last] += count;
  }

  void add(LayoutCounts other) {
    for (int i = 0; i < other.keys.size(); i++) {
      add(other.keys.get(i).layout, other.keys.get(i).envelope, other.lines[i]);
    }
  }

  /** The layouts, the most frequent first. */
  public List<Count> mostFrequent() {
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      counts.add(new Count(keys.get(i).layout, keys.get(i).envelope, lines[i]));
    }
    counts.sort(
        Comparator.comparingLong((Count count) -> -count.lines()).thenComparing(Count::name));
    return counts;
  }

  /** The lines of records. */
  public long lines() {
    long sum = 0;
    for (long count : lines) {
      sum += count;
    }
    return sum;
  }

  /** The lines whose layout was recognised. */
  public long recognised() {
    return lines()
        - mostFrequent().stream()
            .filter(count -> count.layout().kind() == Layout.Kind.PLAIN && count.envelope() == null)
            .mapToLong(Count::lines)
            .sum();
  }
}
