package dev.winnow.bench.traffic;

import java.util.List;
import java.util.Locale;

/**
 * A record of the pool, before its slots are filled in.
 *
 * @param place its place among the records of its request in the order of time
 * @param trace which of the traces of its request it belongs to; -1 for none
 */
public record TrafficRecord(
    Statement statement, int place, int trace, SlottedText body, List<Attribute> attributes) {

  /** An attribute, whose value is a text, an integer or a double. */
  public record Attribute(String key, Object value) {}

  /** Whether a word in lower case, which is no variable, occurs in the body in any case. */
  public boolean contains(String word) {
    return body.text().toLowerCase(Locale.ROOT).contains(word);
  }
}
