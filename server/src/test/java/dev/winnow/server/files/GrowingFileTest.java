package dev.winnow.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often a file is looked at, only time tells that nothing is to come. */
final class GrowingFileTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String LINE = "2026-11-21T10:00:00Z INFO text\n";
  private static final String TRACE = "2026-11-21T10:00:00Z ERROR text\njava.io.IOException: no\n";

  @TempDir private Path directory;
  private Path path = Path.of("");
  private @Nullable GrowingFile opened;
  private long nanos;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(directory.resolve("app.log"), LINE);
    String key = GrowingFile.keyOf(Files.readAttributes(path, BasicFileAttributes.class), path);
    opened =
        new GrowingFile(
            path, FileChannel.open(path), new Checkpoint(path.toString(), key, 1, 0, 0, 0, 0));
  }

  @AfterEach
  void close() throws IOException {
    file().close();
  }

  private GrowingFile file() {
    return Objects.requireNonNull(opened);
  }

  private void pass(long millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }

  private static void append(Path to, String text) throws IOException {
    Files.writeString(to, text, StandardOpenOption.APPEND);
  }

  /** What is read and stored now, in as many looks as it takes. */
  private String read() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int look = 0; look < 100; look++) {
      if (file().readNext(NOW, nanos)) {
        text.append(new String(file().piece(), UTF_8));
        file().stored();
      }
    }
    return text.toString();
  }

  private boolean isLeft() throws IOException {
    boolean isLeft = false;
    for (int look = 0; look < 100; look++) {
      isLeft = file().isLeft(nanos);
    }
    return isLeft;
  }

  @Test
  void waitsForTheRestOfARecord() throws IOException {
    append(path, TRACE);
    assertThat(read()).isEmpty();
    pass(240);
    append(path, "\tat a.B.c(B.java:1)\n");
    assertThat(read()).isEmpty();
    pass(240);
    assertThat(read()).isEmpty();
    pass(10);

    assertThat(read()).isEqualTo(LINE + TRACE + "\tat a.B.c(B.java:1)\n");
  }

  @Test
  void waitsForTheEndOfALine() throws IOException {
    append(path, "2026-11-21T10:00:00Z INFO with");
    assertThat(read()).isEmpty();
    pass(250);
    assertThat(read()).isEqualTo(LINE);
    pass(3_600_000);
    assertThat(read()).isEmpty();
    append(path, "out end\n");
    assertThat(read()).isEmpty();
    pass(250);

    assertThat(read()).isEqualTo("2026-11-21T10:00:00Z INFO without end\n");
  }

  @Test
  void givesTheLastLineOfARotatedFileAnEndAfterAWhile() throws IOException {
    append(path, "2026-11-21T10:00:00Z INFO with");
    assertThat(read()).isEmpty();
    pass(250);
    assertThat(read()).isEqualTo(LINE);
    Files.move(path, directory.resolve("app.log.1"));
    assertThat(isLeft()).isFalse();
    pass(1_999);
    assertThat(read()).isEmpty();
    pass(1);

    assertThat(read()).isEqualTo("2026-11-21T10:00:00Z INFO with");
  }

  @Test
  void leavesARotatedFileAMinuteAfterItsLastLine() throws IOException {
    pass(1);
    assertThat(read()).isEmpty();
    pass(250);
    assertThat(read()).isEqualTo(LINE);
    Path rotated = Files.move(path, directory.resolve("app.log.1"));
    assertThat(isLeft()).isFalse();
    pass(59_000);
    append(rotated, LINE);
    assertThat(read()).isEmpty();
    pass(2_000);
    assertThat(isLeft()).isFalse();
    assertThat(read()).isEqualTo(LINE);
    pass(57_999);
    assertThat(isLeft()).isFalse();
    pass(1);

    assertThat(isLeft()).isTrue();
  }

  @Test
  void leavesNoFileThatIsWhereItWas() throws IOException {
    assertThat(read()).isEmpty();
    pass(250);
    assertThat(read()).isEqualTo(LINE);
    pass(3_600_000);

    assertThat(isLeft()).isFalse();
  }
}
