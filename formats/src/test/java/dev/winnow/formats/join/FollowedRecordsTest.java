package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowedRecordsTest {
  @TempDir private Path directory;

  @Test
  void givesARecordThatMayGoOnOnceNothingMoreComes() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("app.log"),
            "2026-11-21 10:00:00 ERROR failed\njava.lang.Error\n\tat a.B.c(B.java:1)\n");
    try (Input input = Input.follow(file, InMemoryInput.AS_OF, () -> {})) {
      RecordReader records = new RecordReader(input);

      assertThat(records.next()).isTrue();
      assertThat(records.recordLines()).isEqualTo(3);
      assertThat(records.next()).isFalse();
      assertThat(input.isEnded()).isFalse();

      Files.writeString(file, "2026-11-21 10:00:01 INFO done\n", StandardOpenOption.APPEND);
      assertThat(records.next()).isTrue();
      assertThat(records.line()).isEqualTo(4);
      assertThat(records.ledger().linesRead()).isEqualTo(4);
    }
  }
}
