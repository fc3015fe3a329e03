package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackingTest {
  @TempDir private Path parent;
  private Path directory;
  private Path letter;

  @BeforeEach
  void write() throws IOException {
    directory = parent.resolve("unpacked");
    letter = Files.createDirectory(parent.resolve("other")).resolve("letter");
    Files.writeString(letter, "dear");
  }

  @Test
  void removesWhatLibrariesHaveUnpacked() throws IOException {
    Path left = Files.createDirectories(directory.resolve("cache/a"));
    Files.writeString(left.resolve("x.so"), "");
    Files.createSymbolicLink(left.resolve("link"), letter.getParent());

    Unpacking.into(directory);

    assertThat(directory).isEmptyDirectory();
    assertThat(letter).hasContent("dear");
    assertThat(System.getProperty("org.sqlite.tmpdir")).isEqualTo(directory.toString());
  }

  @Test
  void followsNoLinkInPlaceOfTheDirectory() throws IOException {
    Files.createSymbolicLink(directory, letter.getParent());

    Unpacking.into(directory);

    assertThat(directory).isEmptyDirectory();
    assertThat(letter).hasContent("dear");
  }
}
