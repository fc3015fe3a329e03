package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** Holds if any part holds; without parts, never. */
public record Or(List<Predicate> of) implements Predicate {
  public Or {
    of = List.copyOf(of);
    Limit.checkTree(of);
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    // By index, because an iterator would be allocated.
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i).matches(record, templateId)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int depth() {
    return 1 + of.stream().mapToInt(Predicate::depth).max().orElse(0);
  }

  @Override
  public int nodeCount() {
    return 1 + of.stream().mapToInt(Predicate::nodeCount).sum();
  }
}
