package dev.winnow.e2e.architecture.offender.storage.sqlite;

import dev.winnow.e2e.architecture.offender.storage.duckdb.Adapter;

/** An adapter that needs another one. */
public final class UsesOtherAdapter {
  /** The other one. */
  public Class<?> used() {
    return Adapter.class;
  }
}
