package dev.winnow.formats.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The values of one column in a row group, as they are gathered. */
final class ColumnChunk {
  private static final int PLAIN = 0;
  private static final int RUN_LENGTHS = 3;
  private static final int ZSTD = 6;
  private static final int DATA_PAGE = 0;

  private final Column column;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final Presence presence = new Presence();
  private int rows;

  /** Where a chunk is in the file, and how large it is. */
  record Written(Column column, long offset, int rows, long bytes, long packedBytes) {
    void describe(CompactWriter footer) {
      footer.element().i64(2, offset).begin(3);
      footer
          .i32(1, column.kind().physicalType())
          .i32s(2, PLAIN, RUN_LENGTHS)
          .texts(3, column.name())
          .i32(4, ZSTD)
          .i64(5, rows)
          .i64(6, bytes)
          .i64(7, packedBytes)
          .i64(9, offset);
      footer.end().end();
    }
  }

  ColumnChunk(Column column) {
    this.column = column;
  }

  void addAbsent() {
    rows++;
    presence.add(false);
  }

  void add(byte[] utf8) {
    rows++;
    presence.add(true);
    addLittleEndian(utf8.length, Integer.BYTES);
    values.writeBytes(utf8);
  }

  void add(long number) {
    rows++;
    presence.add(true);
    addLittleEndian(number, column.kind() == ColumnKind.INTEGER ? Integer.BYTES : Long.BYTES);
  }

  private void addLittleEndian(long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      values.write((int) (number >>> (i * Byte.SIZE)));
    }
  }

  int size() {
    return values.size();
  }

  int rows() {
    return rows;
  }

  /** Writes the chunk as one page, which begins at an offset, and begins anew. */
  Written write(OutputStream out, long offset) throws IOException {
    byte[] levels = column.isOptional() ? presence.levels() : new byte[0];
    ByteArrayOutputStream page = new ByteArrayOutputStream(levels.length + values.size());
    page.writeBytes(levels);
    values.writeTo(page);
    byte[] packed = Zstd.compress(page.toByteArray());
    byte[] header =
        new CompactWriter()
            .i32(1, DATA_PAGE)
            .i32(2, page.size())
            .i32(3, packed.length)
            .begin(5)
            .i32(1, rows)
            .i32(2, PLAIN)
            .i32(3, RUN_LENGTHS)
            .i32(4, RUN_LENGTHS)
            .end()
            .bytes();
    out.write(header);
    out.write(packed);
    Written written =
        new Written(
            column,
            offset,
            rows,
            (long) header.length + page.size(),
            (long) header.length + packed.length);
    values.reset();
    presence.clear();
    rows = 0;
    return written;
  }
}
