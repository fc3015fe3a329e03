package dev.winnow.formats.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code .layout} file says. Each line is a directive and its argument; empty lines and
 * those that begin with {@code #} are for people.
 *
 * <ul>
 *   <li>{@code layout ID}: the name of the file; the first directive;
 *   <li>{@code name TEXT}: what people call it;
 *   <li>{@code text PATTERN}: a way that a line may look, see {@link LayoutPattern};
 *   <li>{@code again PATTERN}: one that is tried only after a line of the same layout;
 *   <li>{@code within ID}: it is also looked for in the message of a line with that layout;
 *   <li>{@code json NAME...}: the members that tell its JSON objects from others; {@code ^NAME} is
 *       the one they begin with, {@code #level} a level that is a number;
 *   <li>{@code field MEANING = NAME...}: what members mean in it, see {@link Meaning#parse}; {@code
 *       -} for nothing;
 *   <li>{@code example LINE}: a line of it.
 * </ul>
 *
 * @param patterns each behind {@code text } or {@code again }
 * @param json each a list of members that suffice
 * @param fields what members mean
 */
record LayoutFile(
    String id,
    String name,
    List<String> patterns,
    List<String> within,
    List<List<String>> json,
    List<String> fields,
    List<String> examples) {
  static final String TEXT = "text ";
  static final String AGAIN = "again ";

  /** Reads files that follow one another in a text. */
  static List<LayoutFile> parse(String text) {
    List<LayoutFile> files = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("layout ") && !lines.isEmpty()) {
        files.add(of(lines));
        lines.clear();
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    files.add(of(lines));
    return files;
  }

  private static LayoutFile of(List<String> lines) {
    List<String> patterns = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(TEXT) || line.startsWith(AGAIN)) {
        int blank = line.indexOf(' ');
        patterns.add(line.substring(0, blank + 1) + line.substring(blank).strip());
      } else if (!isDirective(line)) {
        throw new IllegalArgumentException("no directive: " + line);
      }
    }
    return new LayoutFile(
        only(lines, "layout"),
        only(lines, "name"),
        patterns,
        all(lines, "within"),
        all(lines, "json").stream().map(names -> List.of(names.split(" +", 0))).toList(),
        all(lines, "field"),
        all(lines, "example"));
  }

  private static boolean isDirective(String line) {
    return List.of("layout", "name", "within", "json", "field", "example")
        .contains(line.substring(0, Math.max(0, line.indexOf(' '))));
  }

  private static List<String> all(List<String> lines, String directive) {
    return lines.stream()
        .filter(line -> line.startsWith(directive + " "))
        .map(line -> line.substring(directive.length()).strip())
        .toList();
  }

  private static String only(List<String> lines, String directive) {
    List<String> found = all(lines, directive);
    return found.isEmpty() ? "" : found.get(0);
  }
}
