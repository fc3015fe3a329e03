package dev.winnow.server.files;

import dev.winnow.kernel.hash.Hash64;

/**
 * What a file begins with, as far as it was looked at: what begins in another way is another file,
 * or the same one truncated.
 *
 * @param bytes how many bytes were looked at
 * @param hash of them
 */
record FileHead(int bytes, long hash) {
  static final int MAX_BYTES = 256;
  static final FileHead NONE = new FileHead(0, 0);

  static FileHead of(byte[] first) {
    long hash = 0;
    for (byte each : first) {
      hash = Hash64.mix(hash, each);
    }
    return new FileHead(first.length, hash);
  }

  /** Whether more of the file tells more. */
  boolean isPartial() {
    return bytes < MAX_BYTES;
  }
}
