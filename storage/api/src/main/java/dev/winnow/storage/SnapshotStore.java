package dev.winnow.storage;

/** Gives out the files that a store consists of, while it goes on taking batches in. */
public interface SnapshotStore {
  /**
   * Takes a snapshot. Every batch that was acknowledged before is in it as a whole; a later one is
   * as a whole, or not at all, and none is if one before it is not.
   *
   * @throws dev.winnow.kernel.WinnowException {@code storage_unavailable} if it may succeed later
   */
  Snapshot take();
}
