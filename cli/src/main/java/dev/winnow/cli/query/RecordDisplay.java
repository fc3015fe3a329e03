package dev.winnow.cli.query;

import dev.winnow.kernel.record.Attributes;

/** Where records are printed as they come. */
@FunctionalInterface
interface RecordDisplay extends AutoCloseable {
  void show(Attributes record);

  /** Prints what was held back. */
  @Override
  default void close() {}
}
