package dev.winnow.server.export;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.reading.LimitedReader;
import dev.winnow.server.records.Portions;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Begins exports, so many of each tenant at a time. Thread-safe. */
public final class Exports {
  /** The exports of a tenant at a time; each has two pages of records in memory. */
  static final int MOST = 4;

  /** The pages of a tenant that are read at a time. */
  private static final int READING = 2;

  /** How long a page waits for its turn. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LogReader reader;
  private final Function<StoredRecord, String> json;

  /** One entry for each tenant that ever exported; tenants are those that have tokens. */
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /**
   * No export is at work yet.
   *
   * @param json writes a record as answers have it
   */
  public Exports(LogReader reader, Function<StoredRecord, String> json) {
    this.json = json;
    this.reader = new LimitedReader(reader, READING, PATIENCE);
  }

  /**
   * Begins an export of all records that are selected, the oldest first.
   *
   * @throws WinnowException {@code overloaded} if too many are at work, or why the store refuses
   */
  public Export begin(Selection selection, ExportFormat format) {
    Semaphore free = places.computeIfAbsent(selection.tenantId(), tenant -> new Semaphore(MOST));
    if (!free.tryAcquire()) {
      throw new WinnowException(
          ErrorCode.OVERLOADED, MOST + " exports are at work, as many as there may be at a time");
    }
    try {
      RecordQuery all =
          new RecordQuery(toNewest(selection), Order.OLDEST_FIRST, null, Export.FIRST);
      Portions pages = Portions.of(reader::search, all);
      return new Export(pages, format, json, free::release);
    } catch (RuntimeException | Error failure) {
      free.release();
      throw failure;
    }
  }

  /** Until the newest record that there is, as more may come faster than they are exported. */
  private Selection toNewest(Selection selection) {
    List<StoredRecord> newest =
        reader.search(new RecordQuery(selection, Order.NEWEST_FIRST, null, 1));
    long from = selection.time().from();
    long to = newest.isEmpty() ? from : newest.getFirst().kept().record().time() + 1;
    return selection.during(new TimeSpan(from, to));
  }
}
