package dev.winnow.formats.unpack;

/**
 * How much a file may unpack to. What is within either of the first two limits is read.
 *
 * @param bytes bytes unpacked, in all layers together
 * @param ratio bytes unpacked for one byte read of the file
 * @param members members of all archives in the file
 */
record Limits(long bytes, int ratio, int members) {
  /** Logs of one line repeated shrink by 100 to 300 times; gzip cannot do more than 1032. */
  static final Limits DEFAULT = new Limits(1L << 30, 1000, 10_000);

  /** Archives that may lie in each other. */
  static final int ARCHIVES = 3;

  /** Compressions that may lie in each other, as each needs memory of its own. */
  static final int COMPRESSIONS = 3;
}
