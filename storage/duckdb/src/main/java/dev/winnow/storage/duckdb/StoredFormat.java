package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/** The versions of what is stored, each of which is written as its first byte. */
final class StoredFormat {
  private StoredFormat() {}

  /**
   * Refuses what another program has written.
   *
   * @throws WinnowException {@code data_directory_unusable}; says which program to use instead
   */
  static void demand(String what, int found, int known) {
    if (found != known) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE,
          "%s is of format %d, this program reads format %d; run the version that wrote it%s"
              .formatted(what, found, known, found > known ? ", or a newer one" : ""));
    }
  }
}
