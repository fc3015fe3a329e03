package dev.winnow.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Bodies of log records to measure with: those of all systems in one stream, in a random order that
 * is the same in every run.
 */
final class Corpus {
  /** What this repository has, from its root. */
  static final String DEFAULT = "bench/corpora/truth:bench/corpora/captured";

  private static final long SEED = 17;
  private static final int DEPTH = 2;

  private Corpus() {}

  /**
   * Reads the directories of a list that is separated by colons: the column {@code Content} of each
   * labelled set ({@code *.truth.csv}, {@code *_structured_corrected.csv}), and the lines of each
   * {@code *.log} that has no labelled set beside it.
   */
  static String[] read(String directories) throws IOException {
    List<String> bodies = new ArrayList<>();
    for (String directory : directories.split(":", -1)) {
      for (Path file : files(Path.of(directory))) {
        if (isLabelled(file)) {
          bodies.addAll(contents(file));
        } else {
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(bodies::add);
        }
      }
    }
    if (bodies.isEmpty()) {
      throw new IOException("no labelled set and no *.log in " + directories);
    }
    Collections.shuffle(bodies, new Random(SEED));
    // Copies lie in memory in the order of their use: a record that arrives was just written, so
    // what a random walk through the heap costs is no part of it.
    return bodies.stream().map(body -> String.valueOf(body.toCharArray())).toArray(String[]::new);
  }

  /** One line that says what was read. */
  static String describe(String directories, String[] bodies) {
    long bytes = 0;
    for (String body : bodies) {
      bytes += body.getBytes(StandardCharsets.UTF_8).length;
    }
    return "%s: %d bodies of %d bytes on average"
        .formatted(directories, bodies.length, bytes / bodies.length);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory, DEPTH)) {
      List<Path> all = walk.sorted().toList();
      return all.stream()
          .filter(file ->
              isLabelled(file)
                  || (file.toString().endsWith(".log") && !hasLabelledSibling(file, all)))
          .toList();
    }
  }

  private static boolean isLabelled(Path file) {
    String name = file.toString();
    return name.endsWith(".truth.csv") || name.endsWith("_structured_corrected.csv");
  }

  private static boolean hasLabelledSibling(Path file, List<Path> all) {
    Path directory = file.resolveSibling("");
    return all.stream()
        .anyMatch(other -> isLabelled(other) && other.resolveSibling("").equals(directory));
  }

  private static List<String> contents(Path file) throws IOException {
    List<List<String>> rows = rows(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    int column = rows.get(0).indexOf("Content");
    return rows.stream().skip(1).map(row -> row.get(column)).toList();
  }

  /**
   * The rows of a text in CSV; a cell in quotes may hold commas, line breaks and doubled quotes.
   */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      boolean doubled = quoted && c == '"' && csv.startsWith("\"\"", i);
      if (doubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }
}
