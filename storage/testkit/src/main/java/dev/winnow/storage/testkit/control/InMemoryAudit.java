package dev.winnow.storage.testkit.control;

import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

final class InMemoryAudit implements AuditLog {
  private final NavigableMap<Long, AuditEntry> byNumber = new TreeMap<>();
  private long last;

  @Override
  public synchronized long append(AuditEntry entry) {
    byNumber.put(++last, entry);
    byNumber.headMap(last - MAX_ENTRIES, true).clear();
    return last;
  }

  @Override
  public synchronized List<Numbered> newest(String tenantId, long before, int limit) {
    return byNumber.headMap(before, false).descendingMap().entrySet().stream()
        .filter(numbered -> numbered.getValue().tenantId().equals(tenantId))
        .limit(limit)
        .map(numbered -> new Numbered(numbered.getKey(), numbered.getValue()))
        .toList();
  }

  @Override
  public synchronized int removeBefore(Instant time) {
    int before = byNumber.size();
    byNumber.values().removeIf(entry -> entry.timestamp().isBefore(time));
    return before - byNumber.size();
  }
}
