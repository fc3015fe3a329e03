package dev.winnow.storage.duckdb;

import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.Volume;
import dev.winnow.storage.testkit.ForwardingLogStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that packs what it has before it answers or erases anything. */
final class AlwaysPackedStore extends ForwardingLogStore {
  private static final int SLICE_RECORDS = 5_000;

  private final DuckDbLogStore store;

  AlwaysPackedStore(DuckDbLogStore store) {
    super(store);
    this.store = store;
  }

  @Override
  public LogReader reader() {
    return new Reader();
  }

  @Override
  public RecordEraser recordEraser() {
    store.pack(SLICE_RECORDS);
    return store.recordEraser();
  }

  private final class Reader implements LogReader {
    private LogReader packed() {
      store.pack(SLICE_RECORDS);
      return store.reader();
    }

    @Override
    public List<StoredRecord> search(RecordQuery query) {
      return packed().search(query);
    }

    @Override
    public Optional<StoredRecord> find(String tenantId, RecordId id) {
      return packed().find(tenantId, id);
    }

    @Override
    public List<StoredRecord> around(ContextQuery query) {
      return packed().around(query);
    }

    @Override
    public List<Count> counts(CountQuery query) {
      return packed().counts(query);
    }

    @Override
    public boolean isCounted(CountQuery query) {
      return store.reader().isCounted(query);
    }

    @Override
    public Facet facet(FacetQuery query) {
      return packed().facet(query);
    }

    @Override
    public List<StoredRecord> since(String tenantId, RecordId after, int limit) {
      return packed().since(tenantId, after, limit);
    }

    @Override
    public Map<String, Volume> volumes(String tenantId, LocalDate day) {
      return packed().volumes(tenantId, day);
    }
  }
}
