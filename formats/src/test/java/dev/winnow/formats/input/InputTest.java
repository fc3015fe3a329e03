package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputTest {
  @TempDir private Path directory;

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> Input.file(directory))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_NOT_READABLE))
        .hasMessage(
            "%s is a directory; name the files in it, as in %s/*.log", directory, directory);
  }

  @Test
  void refusesAMissingFile() {
    Path missing = directory.resolve("missing.log");

    assertThatThrownBy(() -> Input.file(missing))
        .isInstanceOf(WinnowException.class)
        .hasMessage("%s does not exist; check the name, or give - to read standard input", missing);
  }

  @Test
  void readsAnEmptyFile() throws IOException {
    Path file = Files.createFile(directory.resolve("empty.log"));

    try (Input input = Input.file(file)) {
      assertThat(new LineReader(input).next()).isFalse();
      assertThat(input.bytesRead()).isZero();
    }
  }

  @Test
  void leavesOutWhatIsAppendedLater() throws IOException {
    Path file = Files.writeString(directory.resolve("growing.log"), "one\ntwo\n");
    try (Input input = Input.file(file)) {
      Files.writeString(file, "three\n", StandardOpenOption.APPEND);
      LineReader lines = new LineReader(input);

      assertThat(lines.next()).isTrue();
      assertThat(lines.next()).isTrue();
      assertThat(lines.next()).isFalse();
      assertThat(input.size()).isEqualTo(8);
      assertThat(input.bytesRead()).isEqualTo(8);
    }
  }

  @Test
  void endsWhereAFileThatShrinksEnds() throws IOException {
    Path file = Files.writeString(directory.resolve("shrinking.log"), "one\ntwo\n");
    try (Input input = Input.file(file);
        FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      other.truncate(5);
      LineReader lines = new LineReader(input);

      assertThat(lines.next()).isTrue();
      assertThat(lines.next()).isTrue();
      assertThat(lines.to() - lines.from()).isEqualTo(1);
      assertThat(lines.next()).isFalse();
    }
  }

  @Test
  void endsWhenTheReadingThreadIsInterrupted() throws IOException {
    Pipe pipe = Pipe.open();
    try (Input input = Input.of("pipe", pipe.source(), InMemoryInput.AS_OF)) {
      Thread.currentThread().interrupt();

      assertThat(new LineReader(input).next()).isFalse();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
      pipe.sink().close();
    }
  }
}
