package dev.winnow.formats.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a {@code .layout} file says. Each line is a directive and its argument; empty lines and
 * those that begin with {@code #} are for people.
 *
 * <ul>
 *   <li>{@code layout ID}: the name of the file; the first directive;
 *   <li>{@code name TEXT}: what people call it;
 *   <li>{@code text PATTERN}: a way that a line may look, see {@link LayoutPattern};
 *   <li>{@code again PATTERN}: one that is tried only after a line of the same layout;
 *   <li>{@code joins PATTERN}: likewise, and the line belongs to the record before;
 *   <li>{@code head PATTERN}: one whose line the next line of the same layout belongs to;
 *   <li>{@code within ID}: it is also looked for in the message of a line with that layout;
 *   <li>{@code inner PATTERN}: one that is tried only there;
 *   <li>{@code program NAME...}: it is tried there only for services with these names, or whose
 *       name goes on with a slash or a hyphen after one of these; {@code -} is for lines without
 *       one;
 *   <li>{@code json NAME...}: the members that tell its JSON objects from others; {@code ^NAME} is
 *       the one they begin with, {@code #level} a level that is a number;
 *   <li>{@code field MEANING = NAME...}: what members mean in it, see {@link Meaning#parse}; {@code
 *       -} for nothing;
 *   <li>{@code example LINE}: a line of it.
 * </ul>
 *
 * @param json each a list of members that suffice
 * @param fields what members mean
 */
record LayoutFile(
    String id,
    String name,
    List<Form> forms,
    List<String> within,
    List<String> programs,
    List<List<String>> json,
    List<String> fields,
    List<String> examples) {

  /** A way that a line may look. */
  record Form(Use use, String pattern) {}

  /**
   * Whether its records are blocks of lines, so that a line which begins none belongs to the one
   * before, even if records begin with no timestamp.
   */
  boolean hasBlocks() {
    for (Form form : forms) {
      if (form.use() == Use.JOINS || form.use() == Use.HEAD) {
        return true;
      }
    }
    return false;
  }

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

  // Every start reads all files, so this takes each line once, and needs no streams to be set up.
  private static LayoutFile of(List<String> lines) {
    String id = "";
    String name = "";
    List<Form> forms = new ArrayList<>();
    List<String> within = new ArrayList<>();
    List<String> programs = new ArrayList<>();
    List<List<String>> json = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (String line : lines) {
      int blank = Math.max(0, line.indexOf(' '));
      String directive = line.substring(0, blank);
      String argument = line.substring(blank).strip();
      switch (directive) {
        case "layout" -> id = argument;
        case "name" -> name = argument;
        case "within" -> within.add(argument);
        case "program" -> programs.addAll(words(argument));
        case "json" -> json.add(words(argument));
        case "field" -> fields.add(argument);
        case "example" -> examples.add(argument);
        default -> forms.add(new Form(Use.valueOf(directive.toUpperCase(Locale.ROOT)), argument));
      }
    }
    return new LayoutFile(id, name, forms, within, programs, json, fields, examples);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" +", 0));
  }
}
