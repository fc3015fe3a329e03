package dev.winnow.server.flow;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.RetentionChoice;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.RetentionClasses;
import java.util.HexFormat;

/** The retention classes as they were at most a minute ago, as each record asks for its own. */
final class RetentionClassCache implements RetentionChoice {
  private final RetentionClassStore store;
  private volatile RetentionClasses classes;

  RetentionClassCache(RetentionClassStore store) {
    this.store = store;
    classes = store.classes();
  }

  /** Reads the classes again, and returns them. */
  RetentionClasses refresh() {
    classes = store.classes();
    return classes;
  }

  @Override
  public String retentionClass(String tenantId, LogRecord record, long templateId) {
    RetentionClasses asked = classes;
    RetentionClass only = asked.inOrder().getFirst();
    return only.isDefault()
        ? only.name()
        : asked.classOf(tenantId, record, HexFormat.of().toHexDigits(templateId)).name();
  }
}
