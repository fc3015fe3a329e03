package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** Holds if its part does not, also where that is for want of a field. */
public record Not(Predicate of) implements Predicate {
  public Not {
    Limit.checkTree(List.of(of));
  }

  @Override
  public boolean matches(LogRecord record, String templateId) {
    return !of.matches(record, templateId);
  }

  @Override
  public int depth() {
    return 1 + of.depth();
  }

  @Override
  public int nodeCount() {
    return 1 + of.nodeCount();
  }
}
