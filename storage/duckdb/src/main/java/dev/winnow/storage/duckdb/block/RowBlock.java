package dev.winnow.storage.duckdb.block;

import dev.winnow.storage.duckdb.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a table by columns, in the bytes in which they are kept in the log and from which DuckDB
 * is filled.
 */
public final class RowBlock {
  private final int rows;
  private final List<Object> columns;

  private RowBlock(int rows, List<Object> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns.size();
  }

  public NumberColumn numbers(int column) {
    return (NumberColumn) columns.get(column);
  }

  public TextColumn texts(int column) {
    return (TextColumn) columns.get(column);
  }

  /** The bytes of all texts of a row, those that it shares with other rows among them. */
  public long textBytes(int row) {
    long bytes = 0;
    for (Object column : columns) {
      if (column instanceof TextColumn texts) {
        int number = texts.number(row);
        bytes += texts.to(number) - texts.from(number);
      }
    }
    return bytes;
  }

  /** These rows with other numbers in some column. */
  RowBlock with(int column, NumberColumn numbers) {
    List<Object> changed = new ArrayList<>(columns);
    changed.set(column, numbers);
    return new RowBlock(rows, changed);
  }

  /** Reads what a builder for columns of the same types wrote. */
  public static RowBlock read(BinaryReader in, List<ColumnType> types) {
    int rows = in.takeInt();
    List<Object> columns = new ArrayList<>(types.size());
    for (ColumnType type : types) {
      columns.add(
          type == ColumnType.TEXT
              ? TextColumn.read(in)
              : NumberColumn.read(in, rows, type.width()));
    }
    return new RowBlock(rows, columns);
  }

  /** Collects rows, the values of each in the order of the columns. */
  public static final class Builder {
    private final List<Object> columns = new ArrayList<>();
    private final List<ColumnType> types;
    private int column;
    private int rows;

    public Builder(List<ColumnType> types, int expectedRows) {
      this.types = types;
      for (ColumnType type : types) {
        columns.add(
            type == ColumnType.TEXT
                ? new TextColumn.Builder(expectedRows)
                : new NumberColumn.Builder(type.width(), expectedRows));
      }
    }

    public Builder add(long value) {
      ((NumberColumn.Builder) columns.get(column++)).add(value);
      return this;
    }

    public Builder add(boolean value) {
      return add(value ? 1 : 0);
    }

    public Builder add(String value) {
      ((TextColumn.Builder) columns.get(column++)).add(value);
      return this;
    }

    public void endRow() {
      if (column != columns.size()) {
        throw new IllegalStateException("a row of " + column + " values");
      }
      column = 0;
      rows++;
    }

    void write(BinaryWriter out) {
      out.putInt(rows);
      for (Object each : columns) {
        if (each instanceof TextColumn.Builder texts) {
          texts.write(out);
        } else {
          ((NumberColumn.Builder) each).write(out);
        }
      }
    }

    public RowBlock build() {
      BinaryWriter out = new BinaryWriter(64 * rows);
      write(out);
      return read(new BinaryReader(out.toByteArray()), types);
    }
  }
}
