package dev.winnow.formats.layout;

import java.util.HashMap;
import java.util.Map;

/**
 * A place in a record to which names lead.
 *
 * @param isOfResource whether it is of the resource, and not of the record itself
 * @param name what OpenTelemetry calls it
 * @param rank how many names of the table come before this one, which is then the better the lower
 */
public record NamePlace(boolean isOfResource, String name, int rank) {
  /**
   * The places in a table, by the names that lead to them; each leads to itself, too. A row is
   * {@code resource} or {@code attribute}, the place, and names.
   */
  public static Map<String, NamePlace> table(String rows) {
    Map<String, NamePlace> places = new HashMap<>();
    rows.lines()
        .map(row -> row.split(" +", 0))
        .forEach(words -> {
          boolean isOfResource = words[0].equals("resource");
          for (int i = 1; i < words.length; i++) {
            places.putIfAbsent(words[i], new NamePlace(isOfResource, words[1], places.size()));
          }
        });
    return Map.copyOf(places);
  }
}
