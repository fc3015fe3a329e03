package dev.winnow.server.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardFilesTest {
  private static final String TEXT =
      "a text that is long enough, long enough, long enough ".repeat(9);

  @TempDir private Path directory;
  private URLClassLoader loader;
  private DashboardFiles files;

  @BeforeEach
  void open() throws IOException {
    loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
    files = new DashboardFiles(loader);
    write("secret.txt");
    write("META-INF/resources/secret.txt");
    write("META-INF/resources/dashboard/index.html");
    write("META-INF/resources/dashboard/assets/app-B7_x.js");
    write("META-INF/resources/dashboard/assets/deep.d/app.js");
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private void write(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, TEXT);
  }

  @Test
  void packsAFile() throws IOException {
    DashboardFile file = files.find("assets/app-B7_x.js").orElseThrow();

    assertThat(file.mediaType()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(file.tag()).matches("W/\"[0-9a-f]{32}\"");
    assertThat(file.content().toString(StandardCharsets.UTF_8)).isEqualTo(TEXT);
    assertThat(file.isPacked()).isTrue();
    try (GZIPInputStream packed =
        new GZIPInputStream(new ByteArrayInputStream(file.packed().getBytes()))) {
      assertThat(packed.readAllBytes()).asString().isEqualTo(TEXT);
    }
    assertThat(files.find("assets/app-B7_x.js")).containsSame(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assets",
        "assets/",
        "assets/deep.d/app.js",
        "assets/../index.html",
        "../secret.txt",
        "/secret.txt",
        "..",
        ".index.html",
        "assets/none.js",
        "assets\\app-B7_x.js"
      })
  void findsNothingElse(String name) {
    assertThat(files.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.css, text/css; charset=utf-8, true",
    "a.woff2, font/woff2, false",
    "a.png, image/png, false",
    "a.svg, image/svg+xml, true",
    "a.unknown, application/octet-stream, true"
  })
  void knowsTypes(String name, String type, boolean isPacked) {
    DashboardFile file = DashboardFile.of(name, TEXT.getBytes(StandardCharsets.UTF_8));

    assertThat(file.mediaType()).isEqualTo(type);
    assertThat(file.isPacked()).isEqualTo(isPacked);
  }

  @Test
  void leavesWhatPackingMakesLarger() {
    DashboardFile file = DashboardFile.of("a.js", new byte[] {'1'});

    assertThat(file.isPacked()).isFalse();
    assertThat(file.packed()).isEqualTo(file.content());
  }
}
