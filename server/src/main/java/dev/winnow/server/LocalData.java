package dev.winnow.server;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.backup.Backups;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

/** A data directory that no server uses, with all that it holds. */
final class LocalData implements AutoCloseable {
  private final Endings endings = new Endings();
  private final Backups backups;

  private LocalData(DataDirectory data) {
    endings.push(data::close);
    try {
      Clock clock = Clock.systemUTC();
      Unpacking.into(data.unpackDirectory());
      SqliteControlStore control = SqliteControlStore.open(data.controlFile(), clock.instant());
      endings.push(control::close);
      DuckDbLogStore store =
          DuckDbLogStore.open(data.recordsDirectory(), clock, StoreSettings.DEFAULT);
      endings.push(store::close);
      backups = new Backups(data, control, store.snapshots(), clock);
    } catch (WinnowException failure) {
      endings.close();
      throw failure;
    }
  }

  /**
   * Takes a data directory, which must be there.
   *
   * @throws WinnowException if a server uses it, or it cannot be used
   */
  static LocalData open(Path directory) {
    return new LocalData(DataDirectory.openExisting(directory));
  }

  /** Writes a backup. */
  void backup(OutputStream out) throws IOException {
    backups.begin(Actor.LOCAL).writeTo(out);
  }

  @Override
  public void close() {
    endings.close();
  }
}
