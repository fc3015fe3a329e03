package dev.winnow.storage;

import java.util.List;

/**
 * The files that a store consists of at a moment. Until this is closed they can be read, however
 * the store goes on; in a directory of their own, by their names, they are the store of then.
 */
public interface Snapshot extends AutoCloseable {
  List<SnapshotFile> files();

  @Override
  void close();
}
