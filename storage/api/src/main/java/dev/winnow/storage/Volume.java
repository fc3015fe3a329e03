package dev.winnow.storage;

/**
 * How much is kept.
 *
 * @param records how many
 * @param bytes the sum of their sizes
 */
public record Volume(long records, long bytes) {
  public static final Volume NONE = new Volume(0, 0);

  /** Both together. */
  public Volume plus(Volume other) {
    return new Volume(records + other.records, bytes + other.bytes);
  }

  /** What is left without another, which is a part of this. */
  public Volume minus(Volume other) {
    return new Volume(records - other.records, bytes - other.bytes);
  }
}
