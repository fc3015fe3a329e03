package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.pack.PackSource;
import dev.winnow.storage.duckdb.pack.Packer;
import dev.winnow.storage.duckdb.pack.Remainder;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.query.ErasureScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/** Puts smaller files in the place of sealed parts. For one thread. */
final class Rewriting {
  private final Engine engine;
  private final Parts parts;
  private final Loader loader;

  Rewriting(Engine engine, Parts parts, Loader loader) {
    this.engine = engine;
    this.parts = parts;
    this.loader = loader;
  }

  /**
   * Rewrites a part as it is, unless it is gone.
   *
   * @param pause run between steps of a second or so
   */
  void pack(Part part, int sliceRecords, Runnable pause) {
    rewrite(
        part,
        (view, connection) -> PackSource.of(part.alias()),
        sliceRecords,
        pause,
        all -> parts.replace(part, part.replacement()));
  }

  /**
   * Rewrites a part without the records that an erasure is about, unless it is gone.
   *
   * <p>Before the file is replaced, everything is made durable: the log must not bring back what it
   * still has of the part, and the catalogue must not take fewer records for a loss.
   *
   * @param beforeLast run when the file is about to be replaced, on the loader's thread
   */
  void erase(Part part, ErasureScan scan, Runnable pause, Runnable beforeLast) {
    long[] left = new long[1];
    rewrite(
        part,
        (view, connection) -> {
          Remainder.begin(connection);
          scan.copyIds(view, Remainder.LEFT_OUT, connection);
          PackSource remainder = Remainder.of(view.alias(), connection);
          left[0] = Engine.numbers(connection, "SELECT count(*) FROM " + remainder.records())[0];
          return remainder;
        },
        Packer.ROW_GROUP_SIZE,
        pause,
        all -> {
          parts.expect(part, left[0]);
          all.checkpoint();
          beforeLast.run();
          parts.replace(part, part.replacement());
        });
  }

  /** Says what is to be in the new file. */
  private interface Content {
    PackSource of(PartView part, DuckDBConnection connection) throws SQLException;
  }

  private void rewrite(
      Part part, Content content, int sliceRecords, Runnable pause, Consumer<Loading> replacing) {
    try (Lease lease = parts.lease(part);
        DuckDBConnection connection = engine.connect()) {
      if (!lease.parts().isEmpty()) {
        PackSource source = content.of(lease.parts().getFirst(), connection);
        Runnable step =
            () -> {
              demandInForce(part);
              pause.run();
            };
        write(source, part.replacement(), connection, sliceRecords, step);
        replace(part, replacing);
      }
    } catch (SQLException failure) {
      throw Engine.unavailable(part.alias() + " cannot be rewritten", failure);
    }
  }

  private void replace(Part part, Consumer<Loading> replacing) {
    Path file = part.replacement();
    try {
      loader.call(replacing);
    } catch (RuntimeException | Error failed) {
      // In turn, as the file may be about to get its name yet; then it is not there any more.
      loader.call(all -> delete(file, failed));
      throw failed;
    }
  }

  /** A part that was dropped takes up its disk until it is let go of. */
  private void demandInForce(Part part) {
    if (!parts.isInForce(part)) {
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, part.alias() + " was dropped while it was rewritten");
    }
  }

  /** Asks DuckDB much, so its threads are not ended for rows that are appended meanwhile. */
  private void write(
      PackSource source, Path file, DuckDBConnection connection, int sliceRecords, Runnable pause) {
    engine.beginWork();
    try {
      Packer.pack(connection, source, file, sliceRecords, pause);
    } catch (RuntimeException | Error failed) {
      delete(file, failed);
      throw failed;
    } finally {
      engine.endWork();
    }
  }

  /** What is of no use takes no room on a disk that may be full. */
  private static void delete(Path file, Throwable failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }
}
