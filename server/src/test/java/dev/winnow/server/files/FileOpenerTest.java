package dev.winnow.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipes of the system, of which each keeps who opens it until somebody writes to it. */
final class FileOpenerTest {
  private final FileOpener opener = new FileOpener(Duration.ofMillis(50));

  @TempDir private Path directory;
  private Path file = Path.of("");
  private Path pipe = Path.of("");

  @BeforeEach
  void makePipe() throws Exception {
    file = Files.writeString(directory.resolve("file"), "text");
    pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }

  private void assertDoesNotOpen() {
    assertThatThrownBy(() -> opener.open(pipe))
        .isInstanceOfSatisfying(
            WinnowException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INPUT_NOT_READABLE))
        .hasMessage("it does not open, as a pipe to which nobody writes");
  }

  private void assertOpens() throws IOException {
    try (FileChannel channel = new FileOpener(Duration.ofMinutes(1)).open(file)) {
      assertThat(channel.size()).isEqualTo(4);
    }
  }

  @Test
  void opensFilesWhileAPipeDoesNot() throws IOException {
    assertDoesNotOpen();
    assertOpens();
  }

  @Test
  void opensNothingMoreWhereMuchDoesNotUntilThatComesBack() throws IOException {
    for (int i = 0; i < 16; i++) {
      assertDoesNotOpen();
    }
    assertThatThrownBy(() -> opener.open(file)).isInstanceOf(WinnowException.class);
    // Who writes lets all go who wait to read.
    try (OutputStream writer = Files.newOutputStream(pipe)) {
      writer.write("late".getBytes(UTF_8));
      @Nullable FileChannel opened = null;
      while (opened == null) {
        opened = openedNow();
      }
      opened.close();
    }
  }

  private @Nullable FileChannel openedNow() throws IOException {
    try {
      return opener.open(file);
    } catch (WinnowException stillFull) {
      return null;
    }
  }

  @Test
  void tellsWhatIsNotThere() {
    assertThatThrownBy(() -> opener.open(directory.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void takesNothingElseForTheFileThatWasSeen() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "text");
    FileOpener patient = new FileOpener(Duration.ofMinutes(1));

    try (GrowingFile same =
        Objects.requireNonNull(GrowingFile.open(file, keyOf(file), Instant.EPOCH, patient))) {
      assertThat(same.content()).isEmpty();
    }
    assertThat(GrowingFile.open(file, keyOf(other), Instant.EPOCH, patient)).isNull();
  }

  private static String keyOf(Path path) throws IOException {
    return GrowingFile.keyOf(Files.readAttributes(path, BasicFileAttributes.class), path);
  }

  /**
   * A pipe that took the place of a file, and to which somebody writes, opens but has no places.
   */
  @Test
  void readsNothingFromAPipeThatOpens() throws Exception {
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write("text".getBytes(UTF_8));
              } catch (IOException unread) {
                throw new UncheckedIOException(unread);
              }
            });
    FileOpener patient = new FileOpener(Duration.ofMinutes(1));
    GrowingFile opened =
        Objects.requireNonNull(GrowingFile.open(pipe, keyOf(pipe), Instant.EPOCH, patient));
    assertThatThrownBy(opened::content).isInstanceOf(IOException.class);
    opened.close();
    writer.join();
  }
}
