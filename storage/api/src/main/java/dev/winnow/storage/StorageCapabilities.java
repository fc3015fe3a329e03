package dev.winnow.storage;

/**
 * What an engine does beyond the least that every store does.
 *
 * @param hasAtomicBatches whether the records of a batch and its counts appear in one instant;
 *     otherwise counts may follow
 */
public record StorageCapabilities(boolean hasAtomicBatches) {
  /** What every store does. */
  public static final StorageCapabilities LEAST = new StorageCapabilities(false);
}
