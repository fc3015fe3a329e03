package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Snapshot;
import dev.winnow.storage.SnapshotStore;
import dev.winnow.storage.duckdb.log.WriteAheadLog;
import dev.winnow.storage.duckdb.part.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Snapshots of a store in a directory. */
final class DuckDbSnapshots implements SnapshotStore {
  /*
   * On the loader's thread nothing comes into parts, goes from them or leaves the log. There all
   * parts are sealed, so that their files do not change any more, and made durable; then they are
   * held with the copy of the catalogue that was made of that moment. Others commit meanwhile, and
   * the copy may know of batches that no part has yet, so what the log holds at the end belongs to
   * the snapshot, too: it is applied when that is opened, as after a process that was killed. What
   * miners know comes first, as the store may know more templates than they, but not fewer.
   */
  private final Path directory;
  private final Parts parts;
  private final WriteAheadLog log;
  private final Loader loader;

  DuckDbSnapshots(Path directory, Parts parts, WriteAheadLog log, Loader loader) {
    this.directory = directory;
    this.parts = parts;
    this.log = log;
    this.loader = loader;
  }

  @Override
  public Snapshot take() {
    CompletableFuture<StoreFiles> taken = new CompletableFuture<>();
    try {
      loader.call(all -> {
        StoreFiles files = open(all);
        if (!taken.complete(files)) {
          files.close();
        }
      });
      return taken.resultNow();
    } catch (RuntimeException failed) {
      // The loader may be at it still.
      if (!taken.cancel(false)) {
        taken.resultNow().close();
      }
      throw failed;
    }
  }

  private StoreFiles open(Loading all) {
    StoreFiles files = new StoreFiles(directory);
    try {
      files.addFrom(directory.resolve("knowledge"));
      all.sealAll();
      all.checkpoint();
      files.add(parts.lease(part -> true));
      files.add(directory.resolve("catalogue"));
      files.add(log.files());
      return files;
    } catch (IOException failed) {
      files.close();
      throw new WinnowException(
          ErrorCode.STORAGE_UNAVAILABLE, "the files of the store cannot be opened", failed);
    } catch (RuntimeException | Error failed) {
      files.close();
      throw failed;
    }
  }
}
