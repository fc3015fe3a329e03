package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.ArrayList;
import java.util.List;

/** A dotted path into an object in JSON, as {@link dev.winnow.kernel.record.Attributes#at}. */
final class JsonPath {
  /*
   * Keys may hold dots themselves, so a path of n dots may mean 2^n chains of keys, and the first
   * key that exists decides. The expression tries them in order; where the whole path is one key,
   * which is nearly always so, the first try ends it. A key is found by a JSON Pointer (RFC 6901),
   * which is a parameter. A pointer would also lead into arrays, hence a step is only taken through
   * what is an object.
   */
  private static final int MAX_DOTS = 5;

  private final String json;
  private final String path;
  private final Parameters parameters;

  private JsonPath(String json, String path, Parameters parameters) {
    this.json = json;
    this.path = path;
    this.parameters = parameters;
  }

  /**
   * What is at a path in an object, as JSON; null if there is nothing.
   *
   * @param json the column that holds the object
   */
  static String value(String json, String path, Parameters parameters) {
    if (path.chars().filter(c -> c == '.').count() > MAX_DOTS) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_QUERY,
          "a path with more than " + MAX_DOTS + " dots cannot be asked for: " + path);
    }
    return new JsonPath(json, path, parameters).value("", 0);
  }

  private String value(String pointer, int from) {
    String whole = "json_extract(" + json + ", " + key(pointer, from, path.length()) + ")";
    List<String> steps = new ArrayList<>();
    for (int to = path.lastIndexOf('.'); to > from; to = path.lastIndexOf('.', to - 1)) {
      steps.add(step(pointer, from, to));
    }
    return steps.isEmpty()
        ? whole
        : "coalesce(" + whole + ", CASE " + String.join(" ", steps) + " END)";
  }

  private String step(String pointer, int from, int to) {
    String type = "json_type(" + json + ", " + key(pointer, from, to) + ")";
    boolean isEnd = to + 1 == path.length();
    String inner = isEnd ? "NULL" : value(pointer + "/" + token(from, to), to + 1);
    return "WHEN "
        + type
        + " = 'OBJECT' THEN "
        + inner
        + " WHEN "
        + type
        + " IS NOT NULL THEN NULL";
  }

  private String key(String pointer, int from, int to) {
    return parameters.bind(pointer + "/" + token(from, to));
  }

  private String token(int from, int to) {
    return path.substring(from, to).replace("~", "~0").replace("/", "~1");
  }
}
