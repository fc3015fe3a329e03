package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one statement, each under a number; equal values share theirs. */
final class Parameters {
  private final Map<Object, String> numbers = new LinkedHashMap<>();

  /**
   * What stands for a text in the statement.
   *
   * @throws WinnowException {@code unsupported_query} if it has half a surrogate pair, which no
   *     table can hold
   */
  String bind(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_QUERY, "the query has a text that is not valid Unicode");
    }
    return number(text);
  }

  String bind(long number) {
    return number(number);
  }

  String bind(double number) {
    return number(number);
  }

  private String number(Object value) {
    return numbers.computeIfAbsent(value, fresh -> "$" + (numbers.size() + 1));
  }

  void setInto(PreparedStatement statement) throws SQLException {
    int index = 0;
    for (Object value : numbers.keySet()) {
      statement.setObject(++index, value);
    }
  }
}
