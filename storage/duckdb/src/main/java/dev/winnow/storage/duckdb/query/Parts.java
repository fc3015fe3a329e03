package dev.winnow.storage.duckdb.query;

import java.util.List;

/** The parts of a store, for a while. */
public interface Parts {
  /** Parts that stay attached until the lease is closed. */
  interface Lease extends AutoCloseable {
    List<Part> parts();

    @Override
    void close();
  }

  /** All parts; everything that was acknowledged before is in them. */
  Lease lease();
}
