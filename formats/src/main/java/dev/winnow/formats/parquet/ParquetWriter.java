package dev.winnow.formats.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table to a stream as its rows come. A row is given value by value, in the order of the
 * columns. What is written without {@link #end} is no table.
 */
public final class ParquetWriter {
  /*
   * A row group is gathered column by column, and written when it has many rows or bytes. Where the
   * columns of all row groups are goes to the end of the file, and stays in memory until then: some
   * fifty bytes for each column of a row group.
   *
   * https://parquet.apache.org/docs/file-format
   */
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_BYTES = 8 << 20;
  private static final int VERSION = 1;

  private record RowGroup(int rows, List<ColumnChunk.Written> columns) {
    private void describe(CompactWriter footer) {
      footer.element().structs(1, columns.size());
      columns.forEach(column -> column.describe(footer));
      footer
          .i64(2, columns.stream().mapToLong(ColumnChunk.Written::bytes).sum())
          .i64(3, rows)
          .end();
    }
  }

  private final List<Column> columns;
  private final List<ColumnChunk> chunks;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private long offset;
  private int next;

  /** Begins a table. */
  public ParquetWriter(List<Column> columns, OutputStream out) throws IOException {
    this.columns = List.copyOf(columns);
    this.out = out;
    chunks = columns.stream().map(ColumnChunk::new).toList();
    write(MAGIC);
  }

  private ColumnChunk next() {
    ColumnChunk chunk = chunks.get(next);
    next = (next + 1) % chunks.size();
    return chunk;
  }

  /** Adds a text to the row; an empty one is no value where there may be none. */
  public ParquetWriter add(String text) {
    boolean isAbsent = text.isEmpty() && columns.get(next).isOptional();
    ColumnChunk chunk = next();
    if (isAbsent) {
      chunk.addAbsent();
    } else {
      chunk.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Adds a number or a time to the row. */
  public ParquetWriter add(long number) {
    next().add(number);
    return this;
  }

  /** Ends a row, which must be complete. */
  public void endRow() throws IOException {
    if (next != 0) {
      throw new IllegalStateException("a row with " + next + " of " + columns.size() + " values");
    }
    long bytes = chunks.stream().mapToLong(ColumnChunk::size).sum();
    if (rows() >= MOST_ROWS || bytes >= MOST_BYTES) {
      writeGroup();
    }
  }

  private int rows() {
    return chunks.getFirst().rows();
  }

  private void writeGroup() throws IOException {
    int rows = rows();
    List<ColumnChunk.Written> written = new ArrayList<>();
    for (ColumnChunk chunk : chunks) {
      ColumnChunk.Written column = chunk.write(out, offset);
      offset += column.packedBytes();
      written.add(column);
    }
    groups.add(new RowGroup(rows, written));
  }

  /** Writes what is left, and how to read all of it. */
  public void end() throws IOException {
    if (rows() > 0) {
      writeGroup();
    }
    byte[] footer = footer();
    write(footer);
    for (int i = 0; i < Integer.BYTES; i++) {
      out.write(footer.length >>> (i * Byte.SIZE));
    }
    write(MAGIC);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    offset += bytes.length;
  }

  private byte[] footer() {
    CompactWriter footer = new CompactWriter().i32(1, VERSION);
    new TableSchema(columns).describe(footer);
    footer.i64(3, groups.stream().mapToLong(RowGroup::rows).sum());
    footer.structs(4, groups.size());
    groups.forEach(group -> group.describe(footer));
    return footer.text(6, "winnow").bytes();
  }
}
