package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.LogStore;
import dev.winnow.storage.testkit.LogReaderContract;
import java.time.InstantSource;

final class DuckDbLogReaderTest extends LogReaderContract {
  @Override
  protected LogStore newStore(InstantSource clock) {
    return new FixtureStore(clock);
  }
}
