package dev.winnow.storage.duckdb.block;

import java.util.Arrays;

/** The numbers or truth values of a column. */
public sealed interface NumberColumn {
  long at(int row);

  /** The same number in every row, which takes no room. */
  record Constant(long value) implements NumberColumn {
    @Override
    public long at(int row) {
      return value;
    }
  }

  /** The number of the row itself. */
  record Ordinals() implements NumberColumn {
    @Override
    public long at(int row) {
      return row;
    }
  }

  /** Numbers of some bytes each, the least first, as DuckDB has them. */
  final class Plain implements NumberColumn {
    private final byte[] bytes;
    private final int from;
    private final int width;

    Plain(byte[] bytes, int from, int width) {
      this.bytes = bytes;
      this.from = from;
      this.width = width;
    }

    @Override
    public long at(int row) {
      int at = from + row * width;
      return switch (width) {
        case Long.BYTES -> (long) BinaryWriter.LONGS.get(bytes, at);
        case Integer.BYTES -> (int) BinaryWriter.INTS.get(bytes, at);
        default -> bytes[at];
      };
    }

    public byte[] bytes() {
      return bytes;
    }

    /** Where the number of a row begins. */
    public int offset(int row) {
      return from + row * width;
    }
  }

  /** Collects the numbers of a column. */
  final class Builder {
    private final int width;
    private long[] values;
    private int rows;
    private boolean isConstant = true;

    Builder(int width, int expectedRows) {
      this.width = width;
      values = new long[Math.max(expectedRows, 1)];
    }

    void add(long value) {
      if (rows == values.length) {
        values = Arrays.copyOf(values, 2 * rows);
      }
      isConstant &= value == values[0] || rows == 0;
      values[rows++] = value;
    }

    void write(BinaryWriter out) {
      out.putByte(isConstant ? 1 : 0);
      if (isConstant) {
        out.putLong(values[0]);
        return;
      }
      for (int row = 0; row < rows; row++) {
        switch (width) {
          case Long.BYTES -> out.putLong(values[row]);
          case Integer.BYTES -> out.putInt((int) values[row]);
          default -> out.putByte((int) values[row]);
        }
      }
    }
  }

  /** Reads what a builder wrote. */
  static NumberColumn read(BinaryReader in, int rows, int width) {
    if (in.takeByte() == 1) {
      return new Constant(in.takeLong());
    }
    int from = in.position();
    in.skip(rows * width);
    return new Plain(in.bytes(), from, width);
  }
}
