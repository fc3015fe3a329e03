package dev.winnow.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DataDirectoryTest {
  @TempDir private Path parent;

  @Test
  void makesTheDirectoryAndItsFormat() throws IOException {
    Path path = parent.resolve("a/b");

    try (DataDirectory directory = DataDirectory.open(path)) {
      assertThat(directory.path()).isEqualTo(path);
      assertThat(path.resolve("format")).hasContent("1");
      assertThat(path.resolve("lock")).hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void letsNobodyElseLookIntoADirectoryThatItMakes() throws IOException {
    Path path = parent.resolve("own");

    DataDirectory.open(path).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }

  @Test
  void isTakenByOneAtATime() {
    DataDirectory first = DataDirectory.open(parent);

    assertThatThrownBy(() -> DataDirectory.open(parent))
        .hasMessage(
            "the data directory %s is in use by process %d"
                .formatted(parent, ProcessHandle.current().pid()))
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DATA_DIRECTORY_IN_USE);

    first.close();
    DataDirectory.open(parent).close();
  }

  @Test
  void refusesWhatANewerProgramHasWritten() throws IOException {
    Files.writeString(parent.resolve("format"), "2\n");

    assertThatThrownBy(() -> DataDirectory.open(parent))
        .hasMessage(
            "the data directory %s cannot be used: it has format '2', and this program knows"
                    .formatted(parent)
                + " format 1; run the version that wrote it, or a newer one")
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE);
    assertThat(parent.resolve("format")).hasContent("2");
    assertThat(parent.toFile().list()).containsExactly("format");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");

    assertThatThrownBy(() -> DataDirectory.open(file))
        .hasMessageContaining("cannot be used: it is a file")
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE);
  }

  @Test
  void isNotMadeWhereOneMustBeThere() {
    Path absent = parent.resolve("absent");

    assertThatThrownBy(() -> DataDirectory.openExisting(absent))
        .hasMessage("the data directory %s cannot be used: it is not there".formatted(absent));
    assertThat(absent).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter", "tmp/letter", "store/letter", ".git/config"})
  void leavesADirectoryOfSomethingElseAlone(String name) throws IOException {
    Path letter = parent.resolve(name);
    Files.createDirectories(letter.getParent());
    Files.writeString(letter, "dear");

    String other = Path.of(name).getName(0).toString();
    for (ThrowingCallable open :
        List.<ThrowingCallable>of(
            () -> DataDirectory.open(parent), () -> DataDirectory.openExisting(parent))) {
      assertThatThrownBy(open)
          .hasMessage(
              "the data directory %s cannot be used: it holds something else, such as '%s'"
                  .formatted(parent, other))
          .extracting(failure -> ((WinnowException) failure).code())
          .isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE);
    }
    assertThat(letter).hasContent("dear");
    assertThat(parent.toFile().list()).containsExactly(other);
  }

  @Test
  void takesADirectoryThatIsAsGoodAsEmpty() throws IOException {
    Files.createDirectory(parent.resolve("lost+found"));
    for (String name : List.of("winnow.yaml", "lock", "format.new")) {
      Files.writeString(parent.resolve(name), "");
    }

    DataDirectory.openExisting(parent).close();

    assertThat(parent.resolve("format")).hasContent("1");
    assertThat(parent.resolve("format.new")).doesNotExist();
    Files.writeString(parent.resolve("letter"), "");
    DataDirectory.open(parent).close();
  }

  @Test
  void tellsWhereItsServerIs() {
    URI address = URI.create("http://127.0.0.1:4711");
    try (DataDirectory directory = DataDirectory.openExisting(parent)) {
      assertThat(DataDirectory.serverOf(parent)).isEmpty();
      directory.announce(address);
      assertThat(DataDirectory.serverOf(parent)).contains(address);
    }
    DataDirectory.open(parent).close();
    assertThat(DataDirectory.serverOf(parent)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5\nhttp://old:1\n", "://old:1\n", "tp://old:1\n", "file:///etc\n", "http://\n"})
  void tellsNoServerOfWhatIsHalfWritten(String rest) throws IOException {
    Files.writeString(parent.resolve("lock"), "678\n" + rest);

    assertThat(DataDirectory.serverOf(parent)).isEmpty();
  }

  @Test
  void saysInWordsWhyItCannotBeMade() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");

    assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
        .hasMessage("the data directory %s/below cannot be used: Not a directory".formatted(file));
    assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc/winnow")))
        .hasMessage("the data directory /proc/winnow cannot be used: it cannot be made");
  }
}
