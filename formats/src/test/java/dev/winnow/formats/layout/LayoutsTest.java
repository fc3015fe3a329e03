package dev.winnow.formats.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LayoutsTest {
  private static final Instant AS_OF = Instant.parse("2026-11-21T12:00:00Z");

  static List<LayoutFile> files() {
    return Layouts.known().files();
  }

  @Test
  void knowsEveryFileByItsName() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/layouts"))) {
      assertThat(files().stream().map(file -> file.id() + ".layout"))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsTheExamplesOfAFileByIt(LayoutFile file) {
    assertThat(file.examples()).isNotEmpty();
    for (String example : file.examples()) {
      LineReading reading = new LineReading();
      byte[] line = example.getBytes(StandardCharsets.UTF_8);
      new LineInterpreter(Layouts.known(), AS_OF).read(line, 0, line.length, reading);
      Layout envelope = reading.envelope();

      assertThat(List.of(reading.layout().id(), envelope == null ? "" : envelope.id()))
          .as(example)
          .contains(file.id());
    }
  }

  @Test
  void readsNothingButTheOneLayoutThatWasAskedFor() {
    Layouts only = Objects.requireNonNull(Layouts.known().only("klog"));
    LineReading reading = new LineReading();
    byte[] json = "{\"time\":\"2026-11-21T10:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
    new LineInterpreter(only, AS_OF).read(json, 0, json.length, reading);
    assertThat(reading.layout()).isEqualTo(Layout.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time,level,message            | true
          #Version: 1.0                 | true
          #Fields: date time c-ip       | true
          #separator \\x09              | true
          version account-id a b        | true
          10.0.0.1, x, y                | false
          2026-11-21 10:00:00 INFO a, b | false
          {"a":1,"message":2,"time":3}  | false
          """)
  void tellsATableByItsFirstLine(String line, boolean isTable) {
    byte[] in = (line + "\nmore").getBytes(StandardCharsets.UTF_8);
    assertThat(Layouts.isTable(in, 0, in.length)).isEqualTo(isTable);
  }

  @Test
  void knowsNoLayoutThatDoesNotExist() {
    assertThat(Layouts.known().only("nonsense")).isNull();
  }
}
