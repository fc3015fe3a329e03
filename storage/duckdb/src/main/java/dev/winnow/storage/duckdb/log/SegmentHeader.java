package dev.winnow.storage.duckdb.log;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a segment begins with.
 *
 * @param salt what nobody can guess who has text put into a record: the checksums of the headers of
 *     frames cover it, so that no text looks like such a header
 */
record SegmentHeader(long salt) {
  static final int BYTES = 16;

  private static final int MARK = 0x574e4c53;
  private static final int CHECKED_BYTES = BYTES - Integer.BYTES;

  static SegmentHeader draw(RandomGenerator random) {
    return new SegmentHeader(random.nextLong());
  }

  ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(MARK).putLong(salt);
    return out.putInt(LogFrame.checksum(out.slice(0, CHECKED_BYTES))).flip();
  }

  /** Reads a header; null if there is none, or a damaged one. */
  static @Nullable SegmentHeader read(ByteBuffer in) {
    if (in.limit() < BYTES
        || in.getInt(0) != MARK
        || in.getInt(CHECKED_BYTES) != LogFrame.checksum(in.slice(0, CHECKED_BYTES))) {
      return null;
    }
    return new SegmentHeader(in.getLong(Integer.BYTES));
  }
}
