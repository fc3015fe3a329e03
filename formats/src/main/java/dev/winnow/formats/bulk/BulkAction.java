package dev.winnow.formats.bulk;

import dev.winnow.formats.request.JsonMessage;
import dev.winnow.kernel.WinnowException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a document.
 *
 * @param name {@code create}, {@code index}, {@code update} or {@code delete}
 * @param index where the document is to go; empty if that is not said
 * @param id of the document; empty if it has none
 */
public record BulkAction(String name, String index, String id) {
  static final String CREATE = "create";
  static final String INDEX = "index";
  static final String DELETE = "delete";

  private static final Set<String> NAMES = Set.of(CREATE, INDEX, "update", DELETE);

  /** The action in a line; null if it is none. */
  static @Nullable BulkAction read(JsonMessage json, byte[] in, int from, int to, String index) {
    try {
      json.reset(in, from, to);
      if (!json.isObject() || !json.nextMember()) {
        return null;
      }
      BulkAction action = read(json, json.name(), index);
      boolean isAlone = !json.nextMember();
      json.end();
      return isAlone && NAMES.contains(action.name) ? action : null;
    } catch (WinnowException malformed) {
      return null;
    }
  }

  private static BulkAction read(JsonMessage json, String name, String usualIndex) {
    String index = usualIndex;
    String id = "";
    if (json.isObject()) {
      while (json.nextMember()) {
        switch (json.name()) {
          case "_index" -> index = json.text();
          case "_id" -> id = json.text();
          default -> json.skip();
        }
      }
    }
    return new BulkAction(name, index, id);
  }

  /** Whether a document follows. */
  boolean hasDocument() {
    return !name.equals(DELETE);
  }

  /** Whether it adds a document. */
  boolean isAdding() {
    return name.equals(CREATE) || name.equals(INDEX);
  }
}
