package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do with compressed and archived logs. */
final class PackedInputTest {
  private static final String LINE = "2026-11-20 10:00:00 INFO order 4711 placed\n";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void readsCompressedStandardInput(String command) throws IOException {
    Invocation read =
        Invocation.withInput(gzip(LINE.repeat(5)), Terminal.NONE, command, "--json", "-");

    assertThat(read.exitCode()).isZero();
    assertThat(read.err()).isEmpty();
    assertThat(read.out()).contains("\"lines_read\":5,\"records\":5,");
  }

  @Test
  void analyzesEachMemberOfAnArchive() throws IOException {
    Path file = archive();

    Invocation read = Invocation.of("analyze", "--json", file.toString());

    assertThat(read.exitCode()).isZero();
    assertThat(read.out())
        .contains(
            "\"name\":\"" + file + "!app.log\",\"bytes\":215",
            "\"name\":\"" + file + "!old/app.log.1.gz\",\"bytes\":129");
    assertThat(read.err())
        .isEqualTo(
            "winnow: %s: left out 1 of 3 members, which are empty or no text; the first is %s%n"
                .formatted(file, file + "!logo.png"));
  }

  @Test
  void countsTheLinesOfAllMembers() throws IOException {
    assertThat(Invocation.of("mine", archive().toString()).out())
        .isEqualTo("8   100%  order <*> placed\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void reportsWhatATruncatedFileHolds(String command) throws IOException {
    StringBuilder log = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      log.append("2026-11-20 10:00:00 INFO order ").append(random.nextInt()).append(" placed\n");
    }
    byte[] whole = gzip(log.toString());
    Path file =
        Files.write(directory.resolve("app.log.gz"), Arrays.copyOf(whole, whole.length / 2));

    Invocation read = Invocation.of(command, file.toString());

    assertThat(read.exitCode()).isEqualTo(2);
    assertThat(read.err())
        .isEqualTo(
            "winnow: %s could not be read to its end (the gzip data are truncated at byte %d);"
                    .formatted(file, whole.length / 2)
                + " the result has what was read before\n");
    assertThat(read.out()).contains("order <").contains("placed");
  }

  @Test
  void showsNamesInAnArchiveWithoutWhatATerminalObeys() throws IOException {
    Path file = zip("\u001b]0;title\u0007evil.png", new byte[1000], "../../a\u001b[2Jb.log", LINE);

    Invocation read = Invocation.of("analyze", file.toString());

    assertThat(read.exitCode()).isZero();
    assertThat(read.out() + read.err()).doesNotContain("\u001b").doesNotContain("\u0007");
    assertThat(read.out() + read.err()).contains("evil.png");
  }

  private Path archive() throws IOException {
    Path file = directory.resolve("logs.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, "logo.png", new byte[1000]);
      add(zip, "app.log", LINE.repeat(5).getBytes(StandardCharsets.UTF_8));
      add(zip, "old/app.log.1.gz", gzip(LINE.repeat(3)));
    }
    return file;
  }

  private Path zip(String name, byte[] content, String logName, String log) throws IOException {
    Path file = directory.resolve("names.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, name, content);
      add(zip, logName, log.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
