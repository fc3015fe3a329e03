package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows real files; a pause takes no time, and is counted. */
final class FollowedFileTest {
  @TempDir private Path directory;
  private Path file;
  private Input input;
  private LineReader lines;
  private final AtomicInteger pauses = new AtomicInteger();

  @BeforeEach
  void follow() {
    file = directory.resolve("app.log");
    input = Input.follow(file, InMemoryInput.AS_OF, pauses::incrementAndGet);
    lines = new LineReader(input);
  }

  @AfterEach
  void close() throws IOException {
    input.close();
  }

  @Test
  void waitsForAFileThatDoesNotExist() throws IOException {
    assertThat(read()).isEmpty();
    assertThat(pauses).hasValue(3);
    append("one\n");

    assertThat(read()).containsExactly("one");
    assertThat(input.isEnded()).isFalse();
  }

  @Test
  void takesInWhatIsAppended() throws IOException {
    append("one\n");
    assertThat(read()).containsExactly("one");
    append("two\nthree\n");

    assertThat(read()).containsExactly("two", "three");
    assertThat(input.textBytes()).isEqualTo(14);
  }

  @Test
  void holdsALineUntilItIsFinished() throws IOException {
    append("one\ntw");
    assertThat(read()).containsExactly("one");
    assertThat(read()).isEmpty();
    append("o\n");

    assertThat(read()).containsExactly("two");
  }

  @Test
  void beginsAgainWhenTheFileIsTruncated() throws IOException {
    append("one\ntwo\nhal");
    assertThat(read()).containsExactly("one", "two");
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      other.truncate(0);
    }
    assertThat(read()).containsExactly("hal");
    append("new\n");

    assertThat(read()).containsExactly("new");
  }

  @Test
  void goesOnWithTheFileThatReplacesARotatedOne() throws IOException {
    append("one\nhal");
    assertThat(read()).containsExactly("one");
    Path rotated = directory.resolve("app.log.1");
    Files.move(file, rotated);
    Files.writeString(rotated, "f\nlate\nunfinished", StandardOpenOption.APPEND);
    append("new\n");

    assertThat(read()).containsExactly("half", "late", "unfinished", "new");
  }

  @Test
  void staysWithARotatedFileUntilItsWriterHasLeftIt() throws IOException {
    append("one\n");
    assertThat(read()).containsExactly("one");
    Path rotated = directory.resolve("app.log.1");
    Files.move(file, rotated);
    Files.createFile(file);
    assertThat(read()).isEmpty();
    Files.writeString(rotated, "late\n", StandardOpenOption.APPEND);
    assertThat(read()).containsExactly("late");
    append("new\n");

    assertThat(read()).containsExactly("new");
  }

  @Test
  void keepsOnReadingARemovedFileUntilANewOneComes() throws IOException {
    append("one\n");
    assertThat(read()).containsExactly("one");
    Files.delete(file);
    assertThat(read()).isEmpty();
    append("new\n");

    assertThat(read()).containsExactly("new");
  }

  @Test
  void losesAndRepeatsNothingOverManyRotations() throws IOException {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      if (i % 7 == 6) {
        Files.move(file, directory.resolve("app.log." + i));
        seen.addAll(read());
      }
      append(i + "\n");
      if (i % 3 == 0) {
        seen.addAll(read());
      }
    }
    seen.addAll(read());

    assertThat(seen).isEqualTo(IntStream.range(0, 300).mapToObj(Integer::toString).toList());
  }

  /** Each file stays until it was surely looked at, as rotations within one pause are not seen. */
  @Test
  void losesAndRepeatsNothingWhileAnotherThreadWritesAndRotates() throws IOException {
    int files = 30;
    int linesOfFile = 100;
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < files; i++) {
                writeAndRotate(i * linesOfFile, linesOfFile);
              }
            });
    List<String> seen = new ArrayList<>();
    while (writer.isAlive()) {
      seen.addAll(read());
    }
    seen.addAll(read());

    assertThat(seen)
        .isEqualTo(IntStream.range(0, files * linesOfFile).mapToObj(Integer::toString).toList());
  }

  private void writeAndRotate(int first, int count) {
    try {
      for (int line = first; line < first + count; line++) {
        append(line + "\n");
      }
      int seen = pauses.get() + 5;
      while (pauses.get() < seen) {
        Thread.onSpinWait();
      }
      Files.move(file, directory.resolve("app.log." + first));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void cutsALineThatNeverEnds() throws IOException {
    append("x".repeat(LineReader.MAX_LINE_BYTES + 10));
    append("yyy\nnext\n");

    assertThat(read()).last().isEqualTo("next");
    assertThat(lines.cutLines()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNotPlainText() throws IOException {
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0});

    assertThatThrownBy(this::read)
        .isInstanceOf(WinnowException.class)
        .hasMessage(file + " is gzip; only plain text can be followed");
  }

  @Test
  void passesOverAByteOrderMark() throws IOException {
    append("\ufeffone\n");

    assertThat(read()).containsExactly("one");
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws IOException {
    append("one\nhalf");
    assertThat(read()).containsExactly("one");
    Thread.currentThread().interrupt();

    assertThat(read()).containsExactly("half");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(input.isEnded()).isTrue();
  }

  private void append(String text) throws IOException {
    Files.writeString(
        file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** The lines that come until nothing has come for three pauses. */
  private List<String> read() throws IOException {
    List<String> read = new ArrayList<>();
    int quiet = pauses.get() + 3;
    while (pauses.get() < quiet && !input.isEnded()) {
      while (lines.next()) {
        int length = lines.to() - lines.from();
        read.add(new String(lines.buffer(), lines.from(), length, StandardCharsets.UTF_8));
        quiet = pauses.get() + 3;
      }
    }
    return read;
  }
}
