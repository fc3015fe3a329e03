package dev.winnow.server.backup;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.storage.Snapshot;
import dev.winnow.storage.SnapshotFile;
import dev.winnow.storage.SnapshotStore;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Begins backups of a data directory that is in use, one at a time. Thread-safe. */
public final class Backups {
  private final DataDirectory data;
  private final SqliteControlStore control;
  private final SnapshotStore records;
  private final InstantSource clock;
  private final Semaphore place = new Semaphore(1);

  public Backups(
      DataDirectory data, SqliteControlStore control, SnapshotStore records, InstantSource clock) {
    this.data = data;
    this.control = control;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Begins a backup, which is audited. Everything acknowledged before is in it.
   *
   * @throws WinnowException {@code overloaded} if one is at work, or why a store cannot be read
   */
  public Backup begin(Actor by) {
    if (!place.tryAcquire()) {
      throw new WinnowException(ErrorCode.OVERLOADED, "a backup is at work already");
    }
    Deque<Runnable> endings = new ArrayDeque<>(List.of(place::release));
    try {
      control
          .auditLog()
          .append(
              new AuditEntry(clock.instant(), Tenant.DEFAULT_ID, by, "backup.create", "", "{}"));
      return new Backup(files(endings), clock.instant(), () -> endings.forEach(Runnable::run));
    } catch (IOException failure) {
      endings.forEach(Runnable::run);
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, "the data directory cannot be read", failure);
    } catch (RuntimeException | Error failure) {
      endings.forEach(Runnable::run);
      throw failure;
    }
  }

  /**
   * Opens all files. How far followed files were read comes before the records: what was read after
   * that is read again, and known to be there already.
   */
  private List<SnapshotFile> files(Deque<Runnable> endings) throws IOException {
    List<SnapshotFile> files = new ArrayList<>();
    files.add(open("format", data.formatFile(), endings));
    if (Files.exists(data.checkpointFile())) {
      files.add(open("followed", data.checkpointFile(), endings));
    }
    files.add(copyOfControl(endings));
    Snapshot snapshot = records.take();
    endings.push(snapshot::close);
    snapshot.files().forEach(file -> files.add(file.in("store")));
    return files;
  }

  private static SnapshotFile open(String name, Path path, Deque<Runnable> endings)
      throws IOException {
    SnapshotFile file = SnapshotFile.open(name, path);
    endings.push(file::close);
    return file;
  }

  /** A file that is open needs no name any more. */
  private SnapshotFile copyOfControl(Deque<Runnable> endings) throws IOException {
    Path copy = data.unpackDirectory().resolve("control.copy");
    try {
      Files.deleteIfExists(copy);
      control.copyTo(copy);
      return open("control.db", copy, endings);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
