package dev.winnow.formats.parquet;

import java.io.ByteArrayOutputStream;

/** Which rows of a column have a value: runs of ones and zeros. */
final class Presence {
  private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
  private boolean isPresent;
  private int length;

  void add(boolean isNextPresent) {
    if (length > 0 && isNextPresent != isPresent) {
      endRun();
    }
    isPresent = isNextPresent;
    length++;
  }

  /** A run is its length, doubled as its lowest bit would tell of packed bits, and its value. */
  private void endRun() {
    int rest = length << 1;
    while (rest > 0x7F) {
      runs.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    runs.write(rest);
    runs.write(isPresent ? 1 : 0);
    length = 0;
  }

  /** The definition levels of a page: how long they are, and the runs. */
  byte[] levels() {
    endRun();
    byte[] bytes = new byte[Integer.BYTES + runs.size()];
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[i] = (byte) (runs.size() >>> (i * Byte.SIZE));
    }
    System.arraycopy(runs.toByteArray(), 0, bytes, Integer.BYTES, runs.size());
    return bytes;
  }

  void clear() {
    runs.reset();
    length = 0;
  }
}
