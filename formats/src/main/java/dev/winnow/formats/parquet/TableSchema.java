package dev.winnow.formats.parquet;

import java.util.List;

/** The columns of a table, as a file describes them. */
record TableSchema(List<Column> columns) {
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;

  /** What readers of before logical types know. */
  private static final int CONVERTED_TEXT = 0;

  private static final int CONVERTED_JSON = 19;

  /** The fields of the union of logical types. */
  private static final int STRING = 1;

  private static final int TIMESTAMP = 8;
  private static final int JSON = 12;
  private static final int NANOS = 3;

  void describe(CompactWriter footer) {
    footer.structs(2, columns.size() + 1);
    footer.element().text(4, "record").i32(5, columns.size()).end();
    columns.forEach(column -> describe(column, footer));
  }

  private static void describe(Column column, CompactWriter footer) {
    footer
        .element()
        .i32(1, column.kind().physicalType())
        .i32(3, column.isOptional() ? OPTIONAL : REQUIRED)
        .text(4, column.name());
    switch (column.kind()) {
      case TEXT -> footer.i32(6, CONVERTED_TEXT).begin(10).empty(STRING).end();
      case JSON -> footer.i32(6, CONVERTED_JSON).begin(10).empty(JSON).end();
      case TIMESTAMP ->
          footer.begin(10).begin(TIMESTAMP).bool(1, true).begin(2).empty(NANOS).end().end().end();
      case INTEGER -> {
        // A plain number needs no further meaning.
      }
    }
    footer.end();
  }
}
