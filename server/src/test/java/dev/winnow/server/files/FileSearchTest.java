package dev.winnow.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.server.config.FilesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSearchTest {
  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(directory.resolve("a/b"));
    for (String name : List.of("1.log", "a/2.log", "a/b/3.log", "a/b/4.log", "a/b/4.txt")) {
      Files.writeString(directory.resolve(name), name);
    }
  }

  private FileSearch search(String pattern, String exclude, int most) {
    return new FileSearch(
        new FilesConfig(
            List.of(directory + pattern), List.of(directory + exclude), List.of(), "acme"),
        most);
  }

  @Test
  void findsWhatPatternsName() {
    FileSearch search = search("/**/*.log", "/**/3.*", 6);

    assertThat(search.find())
        .containsExactly(directory.resolve("a/2.log"), directory.resolve("a/b/4.log"));
    assertThat(search.cutShort()).isEmpty();
    assertThat(search.starts()).containsExactly(directory);
    assertThat(search("/a/*.log", "/none", 6).find()).containsExactly(directory.resolve("a/2.log"));
  }

  @Test
  void tellsWhatItDidNotLookAt() {
    FileSearch search = search("/**.log", "/none", 2);

    assertThat(search.find().size()).isLessThanOrEqualTo(2);
    assertThat(search.cutShort()).containsExactly(directory);
  }
}
