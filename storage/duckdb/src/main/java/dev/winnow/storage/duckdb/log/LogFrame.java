package dev.winnow.storage.duckdb.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The layout of a frame: a header with a checksum of its own, then the payload. */
record LogFrame(long sequence, long group, int length, int payloadChecksum) {
  /** The bytes before the payload. */
  static final int HEADER_BYTES = 32;

  private static final int MARK = 0x574e4c31;
  private static final int CHECKED_BYTES = HEADER_BYTES - Integer.BYTES;

  /** Writes the header, as it is in a segment with some salt. */
  void write(ByteBuffer out, long salt) {
    int from = out.position();
    out.putInt(MARK).putInt(length).putLong(sequence).putLong(group).putInt(payloadChecksum);
    out.putInt(checksum(out.slice(from, CHECKED_BYTES), salt));
  }

  /** Reads the header that begins at {@code at}; null if there is none, or a damaged one. */
  static @Nullable LogFrame read(ByteBuffer in, int at, long salt) {
    if (in.limit() - at < HEADER_BYTES
        || in.getInt(at) != MARK
        || in.getInt(at + CHECKED_BYTES) != checksum(in.slice(at, CHECKED_BYTES), salt)) {
      return null;
    }
    return new LogFrame(
        in.getLong(at + 8), in.getLong(at + 16), in.getInt(at + 4), in.getInt(at + 24));
  }

  /** Whether these bytes are the payload that the header was written for. */
  boolean fits(byte[] payload) {
    return checksum(ByteBuffer.wrap(payload)) == payloadChecksum;
  }

  private static int checksum(ByteBuffer header, long salt) {
    return checksum(
        ByteBuffer.allocate(Long.BYTES + CHECKED_BYTES).putLong(salt).put(header).flip());
  }

  static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return (int) checksum.getValue();
  }
}
