package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both commands do with input that is no log, or a broken one. */
final class BadInputTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void refusesADirectory(String command) {
    assertThat(Invocation.of(command, directory.toString()))
        .isEqualTo(
            new Invocation(
                2,
                "",
                "winnow: %s is a directory; name the files in it, as in %s/*.log%n"
                    .formatted(directory, directory)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void refusesANameThatNoFileCanHave(String command) {
    assertThat(Invocation.of(command, "a\0b"))
        .isEqualTo(new Invocation(2, "", "winnow: a b is not the name of a file\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void refusesABinary(String command) throws IOException {
    Path file = Files.write(directory.resolve("program"), new byte[1000]);

    Invocation refused = Invocation.of(command, file.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).startsWith("winnow: " + file + " is not text; ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void readsALineOfTenMegabytes(String command) {
    String log = "x".repeat(10_000_000) + "\nshort\n";

    Invocation read = Invocation.withInput(log, command, "--json", "-");

    assertThat(read.exitCode()).isZero();
    assertThat(read.out()).contains("\"lines_read\":2,\"records\":2,");
    assertThat(read.out().length()).isLessThan(50_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void readsNulBytesAndInvalidUtf8(String command) {
    String log =
        "a line of text\n".repeat(1000)
            + "one \0 two\n\0\0\0\ncaf\u00e9 closed\n\u00ff\u00fe\n".repeat(20);

    Invocation read =
        Invocation.withInput(
            log.getBytes(StandardCharsets.ISO_8859_1), Terminal.NONE, command, "--json", "-");

    assertThat(read.exitCode()).isZero();
    assertThat(read.out())
        .contains(
            "\"lines_read\":1080,\"records\":1060,\"joined_lines\":0,\"malformed_lines\":20,"
                + "\"blank_or_header_lines\":0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void readsALogThatEndsInTheMiddle(String command) {
    Invocation read =
        Invocation.withInput("{\"msg\":\"one\"}\n{\"msg\":\"tw", command, "--json", "-");

    assertThat(read.exitCode()).isZero();
    assertThat(read.out())
        .contains("\"lines_read\":2,\"records\":1,\"joined_lines\":0,\"malformed_lines\":1");
  }
}
