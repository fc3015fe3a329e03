package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import dev.winnow.cli.console.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportTest {
  private static final String RECORDS = "{\"body\":\"caf\u00e9\"}\n{\"body\":\"\\u001b\"}\n";

  private final AnsweringServer server;

  ExportTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Invocation export(String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", "--url", server.url()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void writesWhatComesToStandardOutput() {
    server.answering(200, RECORDS);

    Invocation exported = export();

    assertThat(exported.out()).isEqualTo(RECORDS);
    assertThat(exported.err()).isEmpty();
    assertThat(exported.exitCode()).isZero();
    assertThat(server.questions()).containsExactly("/api/logs/export?format=jsonl");
    assertThat(server.encodings()).containsExactly("null");
  }

  @ParameterizedTest
  @CsvSource({"csv, 1", "parquet, 1", "jsonl, 0", "otlp, 0"})
  void keepsFromATerminalWhatMaySteerIt(String format, int exitCode) {
    server.answering(200, RECORDS);
    Terminal terminal = new Terminal(100, false, true, false, () -> new Window.Size(100, 24));

    Invocation exported =
        Invocation.withInput(
            new byte[0], terminal, "export", "--url", server.url(), "--format", format);

    assertThat(exported.exitCode()).isEqualTo(exitCode);
    assertThat(exported.out()).isEqualTo(exitCode == 0 ? RECORDS : "");
    assertThat(server.questions()).hasSize(exitCode == 0 ? 1 : 0);
  }

  @Test
  void asksWithEverythingThatIsGiven() {
    server.answering(200, "");

    export(
        "level >= warn",
        "--search",
        "a b",
        "--service",
        "x",
        "--service",
        "y",
        "--level",
        "error",
        "--since",
        "2026-11-21T10:00:00Z",
        "--until",
        "2026-11-21T11:00:00Z",
        "--format",
        "csv",
        "--token",
        "wn_x");

    assertThat(server.questions())
        .containsExactly(
            "/api/logs/export?service=x&service=y&level=error&start_time=2026-11-21T10%3A00%3A00Z"
                + "&end_time=2026-11-21T11%3A00%3A00Z&query=level%20%3E%3D%20warn&search=a%20b"
                + "&format=csv");
    assertThat(server.tokens()).containsExactly("Bearer wn_x");
  }

  @Test
  void replacesAFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("logs.jsonl"), "old");
    server.answering(200, RECORDS);

    Invocation exported = export("-o", file.toString());

    assertThat(file).hasContent(RECORDS);
    assertThat(in(directory)).containsExactly(file);
    assertThat(exported.err()).isEqualTo("winnow: wrote 35 B to " + file + "\n");
    assertThat(exported.exitCode()).isZero();
    assertThat(server.encodings()).containsExactly("null");
  }

  @Test
  void asksForPackedRecordsIfTheFileIsToBePacked(@TempDir Path directory) {
    Path file = directory.resolve("logs.jsonl.gz");
    server.answering(200, "packed");

    export("--output", file.toString());

    assertThat(file).hasContent("packed");
    assertThat(server.encodings()).containsExactly("gzip");
  }

  @Test
  void leavesAFileAsItWasIfTheAnswerBreaksOff(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("logs.jsonl"), "old");
    server.breakingOff(RECORDS);

    Invocation exported = export("-o", file.toString());

    assertThat(file).hasContent("old");
    assertThat(in(directory)).containsExactly(file);
    assertThat(exported.err()).contains("winnow: the answer of " + server.url() + " broke off");
    assertThat(exported.exitCode()).isEqualTo(69);
  }

  @Test
  void saysThatWhatItPrintedIsNotAll() {
    server.breakingOff(RECORDS);

    Invocation exported = export();

    assertThat(exported.out()).isEqualTo(RECORDS);
    assertThat(exported.err())
        .startsWith("winnow: what was written, 35 B, is not all\n")
        .contains("winnow: the answer of " + server.url() + " broke off");
    assertThat(exported.exitCode()).isEqualTo(69);
  }

  @Test
  void saysWhyAServerRefuses(@TempDir Path directory) throws IOException {
    server.answering(
        403, "{\"code\":\"forbidden\",\"detail\":\"no; use a token whose role allows it\"}");

    Invocation exported = export("-o", directory.resolve("x").toString());

    assertThat(exported.err())
        .isEqualTo(
            """
            winnow: %s answers 403: no
            winnow: give a token with --token or in WINNOW_TOKEN
            winnow: use a token whose role allows it
            """
                .formatted(server.url()));
    assertThat(exported.exitCode()).isEqualTo(69);
    assertThat(in(directory)).isEmpty();
  }

  @Test
  void saysThatAFileCannotBeWritten(@TempDir Path directory) {
    Path file = directory.resolve("none").resolve("x");

    Invocation exported = export("-o", file.toString());

    assertThat(exported.err())
        .isEqualTo("winnow: " + file + " could not be written: its directory does not exist\n");
    assertThat(exported.exitCode()).isEqualTo(2);
    assertThat(server.questions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "level >, predicate: ",
    "--format=xml, 'xml' is none of jsonl",
    "--since=soon, --since: "
  })
  void asksNobodyIfSomethingIsWrong(String option, String said) {
    Invocation exported = export(option);

    assertThat(exported.err()).contains(said);
    assertThat(exported.exitCode()).isEqualTo(1);
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void packsNoTableThatIsPackedByItself() {
    Invocation exported = export("--format", "parquet", "-o", "logs.parquet.gz");

    assertThat(exported.err()).contains("parquet is packed by itself; leave .gz away");
    assertThat(exported.exitCode()).isEqualTo(1);
    assertThat(server.questions()).isEmpty();
  }
}
