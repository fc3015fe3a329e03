package dev.winnow.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFileTest {
  private static final Checkpoint FIRST = new Checkpoint("/a\tö", "(dev=1,ino=2)", 7, 3, 4, 5, -6);
  private static final Checkpoint SECOND = new Checkpoint("/b", "(dev=1,ino=3)", 8, 4, 4, 6, 7);

  @TempDir private Path directory;

  private CheckpointFile file() {
    return new CheckpointFile(directory.resolve("followed"));
  }

  @Test
  void givesBackWhatWasSavedLast() {
    assertThat(file().load()).isEmpty();
    file().save(List.of(FIRST));
    file().save(List.of(FIRST, SECOND));

    assertThat(file().load()).containsExactly(FIRST, SECOND);
  }

  @Test
  void leavesOutDamagedLines() throws IOException {
    file().save(List.of(FIRST));
    Path path = directory.resolve("followed");
    Files.writeString(
        path, "cut\t1\t2\nkey\tno number\t1\t1\t1\t1\t/c\n", StandardOpenOption.APPEND);
    String damaged = Files.readString(path);
    file().save(List.of(SECOND));
    Files.writeString(path, damaged + Files.readString(path));

    assertThat(file().load()).containsExactly(FIRST, SECOND);
  }

  @Test
  void saysWhereItCannotSave() throws IOException {
    Files.createDirectories(directory.resolve("followed/in the way"));

    assertThatThrownBy(() -> file().save(List.of(FIRST)))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("followed");
  }
}
