package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputTest {
  @TempDir private Path directory;

  @Test
  void writesUtf8() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output output = new Output(bytes);
    output.line("容量");
    output.flush();

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("容量\n");
    assertThat(output.isClosed()).isFalse();
  }

  @Test
  void saysWhyItCouldNotWrite() throws IOException {
    OutputStream closed = Files.newOutputStream(directory.resolve("out"));
    closed.close();
    Output output = new Output(closed);
    output.line("lost");
    output.flush();

    assertThat(output.isClosed()).isTrue();
    assertThat(output.fault()).isEqualTo("null");
  }
}
