package dev.winnow.storage.duckdb.table;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a packed part, with what its records have at one key of the attributes; null where a
 * record has none.
 *
 * @param name the name in the table
 */
public record PackedColumn(String name, String key, Kind kind) {
  /** How values are held, by what they are in JSON. */
  public enum Kind {
    TEXT("VARCHAR"),
    /** Long texts, which are rarely asked for. */
    LONG_TEXT("VARCHAR USING COMPRESSION zstd"),
    /** One of few texts; the type is the column's own. */
    CHOICE(""),
    /**
     * The 32 digits of a UUID, which DuckDB stores once for records near each other, as other
     * texts. With three records to a UUID that is 7 bytes a record, without repetition 18.
     */
    UUID_DIGITS("VARCHAR"),
    /** What parts of before have in its place: 17 bytes for each record, also for null. */
    UUID("UUID"),
    /** An IPv4 address with its four numbers. */
    ADDRESS("UINTEGER"),
    INTEGER("BIGINT"),
    DOUBLE("DOUBLE"),
    BOOLEAN("BOOLEAN"),
    /** Values of several types, and those that hold others: each as JSON. */
    JSON("VARCHAR");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    /** The type in a table; empty if the column has a type of its own. */
    public String sql() {
      return sql;
    }

    /** Whether all values are texts in JSON. */
    public boolean isText() {
      return switch (this) {
        case TEXT, LONG_TEXT, CHOICE, UUID_DIGITS, UUID, ADDRESS -> true;
        case INTEGER, DOUBLE, BOOLEAN, JSON -> false;
      };
    }
  }

  /** What the record has at the key, as an expression of type JSON. */
  public String json() {
    return kind == Kind.JSON
        ? "CAST(" + name + " AS JSON)"
        : "to_json(" + (kind.isText() ? text() : name) + ")";
  }

  /** What the record has at the key, as an expression of type text; only if all values are. */
  public String text() {
    return switch (kind) {
      case ADDRESS ->
          Stream.of(24, 16, 8, 0)
              .map(bits -> "(" + name + " >> " + bits + " & 255)")
              .collect(Collectors.joining(" || '.' || ", "(", ")"));
      case CHOICE, UUID -> "CAST(" + name + " AS VARCHAR)";
      case UUID_DIGITS ->
          Stream.of("1, 8", "9, 4", "13, 4", "17, 4", "21, 12")
              .map(digits -> "substr(" + name + ", " + digits + ")")
              .collect(Collectors.joining(" || '-' || ", "(", ")"));
      default -> name;
    };
  }

  /** What the column {@link #name} has for a text; hardly any other text has the same there. */
  public String stored(String text) {
    return kind == Kind.UUID_DIGITS ? text.replace("-", "") : text;
  }

  /** What {@link #value} takes in, as an expression. */
  public String read() {
    return kind == Kind.ADDRESS || !kind.isText() ? name : text();
  }

  /** What a record has at the key, or null, of a row with {@link #read} at an index. */
  public @Nullable AnyValue value(ResultSet row, int index) throws SQLException {
    AnyValue value =
        switch (kind) {
          case ADDRESS -> AnyValue.of(address(row.getLong(index)));
          case INTEGER -> AnyValue.of(row.getLong(index));
          case DOUBLE -> AnyValue.of(row.getDouble(index));
          case BOOLEAN -> AnyValue.of(row.getBoolean(index));
          case TEXT, LONG_TEXT, CHOICE, UUID_DIGITS, UUID -> ValueJson.text(text(row, index));
          case JSON -> ValueJson.value(text(row, index));
        };
    return row.wasNull() ? null : value;
  }

  private static String text(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? "" : text;
  }

  private static String address(long bits) {
    return (bits >> 24 & 255)
        + "."
        + (bits >> 16 & 255)
        + "."
        + (bits >> 8 & 255)
        + "."
        + (bits & 255);
  }

  /** The member with the value, as an object in JSON has it: {@code "key":value}. */
  public String member() {
    StringBuilder member = new StringBuilder();
    new JsonWriter(member).beginObject().key(key);
    return literal(member.substring(1)) + " || " + json();
  }

  /** The JSON Pointer (RFC 6901) to the key, as a literal. */
  public String pointer() {
    return literal("/" + key.replace("~", "~0").replace("/", "~1"));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
