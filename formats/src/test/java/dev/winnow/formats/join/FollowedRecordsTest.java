package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
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

  /** A record may be given in parts, but every line is in exactly one of them. */
  @Test
  void countsEveryLineOnceHoweverTheTextArrives() throws IOException {
    String text =
        "2026-11-21 10:00:00 ERROR failed\njava.lang.Error\n\tat a.B.c(B.java:1)\n\n".repeat(50);
    Random random = new Random(7);
    Path file = Files.createFile(directory.resolve("app.log"));
    try (Input input = Input.follow(file, InMemoryInput.AS_OF, () -> {})) {
      RecordReader records = new RecordReader(input);
      long lines = 0;
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(60));
        Files.writeString(file, text.substring(at, end), StandardOpenOption.APPEND);
        at = end;
        while (random.nextBoolean() && records.next()) {
          lines += records.recordLines();
        }
      }
      while (records.next()) {
        lines += records.recordLines();
      }

      assertThat(records.ledger().linesRead()).isEqualTo(200);
      assertThat(records.ledger().blankOrHeaderLines()).isEqualTo(200 - lines);
      assertThat(records.ledger().records() + records.ledger().joinedLines()).isEqualTo(lines);
    }
  }
}
