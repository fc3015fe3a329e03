package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.RetentionClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryRetention implements RetentionClassStore {
  private final Map<String, RetentionClass> byName = new HashMap<>();

  InMemoryRetention() {
    byName.put(RetentionClass.DEFAULT_NAME, RetentionClass.initialDefault());
  }

  @Override
  public synchronized RetentionClasses classes() {
    return new RetentionClasses(List.copyOf(byName.values()));
  }

  @Override
  public synchronized void put(RetentionClass retention) {
    if (!byName.containsKey(retention.name()) && byName.size() == MAX_CLASSES) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "there are " + MAX_CLASSES + " retention classes, as many as may be");
    }
    byName.put(retention.name(), retention);
  }

  @Override
  public synchronized boolean remove(String name) {
    if (name.equals(RetentionClass.DEFAULT_NAME)) {
      throw new WinnowException(
          ErrorCode.NOT_REMOVABLE, "the retention class default cannot be removed");
    }
    return byName.remove(name) != null;
  }
}
