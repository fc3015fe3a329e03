package dev.winnow.storage.control;

import dev.winnow.kernel.record.LogRecord;
import java.util.Comparator;
import java.util.List;

/**
 * All retention classes in the order in which they are asked: by position, those of one position by
 * name, the default class last wherever it stands.
 */
public record RetentionClasses(List<RetentionClass> inOrder) {
  private static final Comparator<RetentionClass> ORDER =
      Comparator.comparing(RetentionClass::isDefault)
          .thenComparingInt(RetentionClass::position)
          .thenComparing(RetentionClass::name);

  public RetentionClasses {
    inOrder = inOrder.stream().sorted(ORDER).toList();
    if (inOrder.isEmpty() || !inOrder.getLast().isDefault()) {
      throw Valid.refused("classes", "must include the class default");
    }
  }

  /** The first class that takes a record; the default class if no other one does. */
  public RetentionClass classOf(String tenantId, LogRecord record, String templateId) {
    for (RetentionClass retention : inOrder) {
      if (retention.takes(tenantId, record, templateId)) {
        return retention;
      }
    }
    return inOrder.getLast();
  }
}
