package dev.winnow.storage.duckdb;

import dev.winnow.storage.Snapshot;
import dev.winnow.storage.SnapshotFile;
import dev.winnow.storage.duckdb.part.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a store at a moment, held open; the disk of parts is not freed meanwhile. */
final class StoreFiles implements Snapshot {
  private final Path directory;
  private final List<SnapshotFile> files = new ArrayList<>();
  private @Nullable Lease lease;

  /** No files of the store in a directory yet. */
  StoreFiles(Path directory) {
    this.directory = directory;
  }

  /** Adds a file. */
  void add(Path file) throws IOException {
    String name = directory.relativize(file).toString().replace('\\', '/');
    files.add(SnapshotFile.open(name, file));
  }

  /** Adds several files. */
  void add(Collection<Path> some) throws IOException {
    for (Path file : some) {
      add(file);
    }
  }

  /** Adds the files of a directory that are complete; none if it is not there. */
  void addFrom(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> found = Files.list(folder)) {
        add(found.filter(file -> !file.toString().endsWith(".new")).toList());
      } catch (UncheckedIOException failed) {
        throw failed.getCause();
      }
    }
  }

  /** Adds the files of parts, which must be sealed, and holds them until this is closed. */
  void add(Lease parts) throws IOException {
    lease = parts;
    add(parts.files());
  }

  @Override
  public List<SnapshotFile> files() {
    return List.copyOf(files);
  }

  @Override
  public void close() {
    files.forEach(SnapshotFile::close);
    if (lease != null) {
      lease.close();
    }
  }
}
