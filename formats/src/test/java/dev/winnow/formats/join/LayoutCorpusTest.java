package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read in {@code src/test/corpora/*.log} is what stands in the {@code .records} file beside
 * each. With {@code -Dwinnow.rewrite.expected=true} the files are written anew, to be read by a
 * person before they are committed.
 */
final class LayoutCorpusTest {
  private static final Path CORPORA = Path.of("src/test/corpora");
  private static final Path LAYOUTS = Path.of("src/main/layouts");
  private static final boolean REWRITE = Boolean.getBoolean("winnow.rewrite.expected");

  static Stream<String> corpora() throws IOException {
    return names(CORPORA, ".log");
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void readsCorpus(String name) throws IOException {
    String read = read(Files.readAllBytes(CORPORA.resolve(name + ".log")));
    Path expected = CORPORA.resolve(name + ".records");
    if (REWRITE) {
      Files.writeString(expected, read);
    }

    assertThat(read).isEqualTo(Files.readString(expected));
  }

  @Test
  void everyLayoutHasACorpus() throws IOException {
    assertThat(corpora().toList()).containsAll(names(LAYOUTS, ".layout").toList());
  }

  private static Stream<String> names(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ending))
          .map(file -> file.substring(0, file.length() - ending.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String read(byte[] corpus) throws IOException {
    StringBuilder out = new StringBuilder();
    RecordReader records = new RecordReader(InMemoryInput.of(corpus));
    while (records.next()) {
      describe(records, out);
    }
    return out.append(records.ledger()).append('\n').toString();
  }

  private static void describe(RecordReader record, StringBuilder out) {
    LineReading reading = record.reading();
    Layout envelope = reading.envelope();
    out.append("line ").append(record.line());
    if (record.recordLines() > 1) {
      out.append(" and ").append(record.recordLines() - 1).append(" more");
    }
    out.append("  ").append(reading.layout().name());
    out.append(envelope == null ? "" : " in " + envelope.name());
    out.append("\n  ").append(time(reading)).append("  ").append(record.severity()).append('\n');
    for (Field field : Field.values()) {
      Span span = reading.span(field);
      if (!span.isEmpty() && field != Field.MESSAGE) {
        out.append("  ").append(field.attribute()).append(" = ");
        out.append(text(record, record.from() + span.start(), record.from() + span.end()));
        out.append('\n');
      }
    }
    out.append("  values ").append(String.join(", ", names(record))).append('\n');
    out.append("  > ");
    out.append(text(record, record.bodyFrom(), record.bodyTo()).replace("\n", "\n  > "));
    out.append("\n\n");
  }

  private static List<String> names(RecordReader record) {
    LineReading reading = record.reading();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < reading.values(); i++) {
      Span span = reading.nameSpan(i);
      String known = reading.name(i);
      names.add(
          known == null
              ? text(record, record.from() + span.start(), record.from() + span.end())
              : known);
    }
    return names;
  }

  private static String time(LineReading reading) {
    if (!reading.hasTime()) {
      return "no time";
    }
    String missing = !reading.hasDate() ? " (no date)" : !reading.hasYear() ? " (no year)" : "";
    return Instant.ofEpochSecond(0, reading.epochNanos())
        + missing
        + (reading.hasZone() ? "" : " (no zone)");
  }

  private static String text(RecordReader record, int from, int to) {
    return new String(record.bytes(), from, to - from, StandardCharsets.UTF_8);
  }
}
