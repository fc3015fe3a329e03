package dev.winnow.e2e.architecture.offender.storage;

import dev.winnow.e2e.architecture.offender.storage.duckdb.Adapter;

/** A port that needs one of its adapters. */
public final class UsesAdapter {
  /** The adapter. */
  public Class<?> used() {
    return Adapter.class;
  }
}
