package dev.winnow.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Terminal;
import dev.winnow.kernel.record.Attributes;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatedLinesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Console console =
      Console.of(
          Channels.newChannel(InputStream.nullInputStream()),
          out,
          new ByteArrayOutputStream(),
          Terminal.NONE);
  private final RepeatedLines lines =
      new RepeatedLines(console.out(), new RecordLine(Terminal.NONE), Duration.ofDays(1));

  private void show(String template, String message) {
    lines.show(Attributes.builder().put("template_id", template).put("message", message).build());
  }

  private List<String> printed() {
    return out.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
  }

  @Test
  void printsWhatRepeatsOnceAtOnceAndOnceWithItsCount() {
    show("u", "user 1");
    show("u", "user 2");
    show("d", "disk full");
    show("u", "user 3");

    assertThat(printed())
        .map(line -> line.replaceFirst("^[?] +", ""))
        .containsExactly("user 1", "disk full");
    lines.close();
    assertThat(printed())
        .map(line -> line.replaceFirst("^[?] +", ""))
        .containsExactly("user 1", "disk full", "user 3  (2 more)");
  }

  @Test
  void endsThePeriodEarlyWhereThereAreTooManyTemplates() {
    for (int i = 0; i < 10_000; i++) {
      show("t" + i, "message " + i);
    }
    show("t0", "message 0 again");
    lines.close();

    assertThat(printed()).hasSize(10_001).last().asString().endsWith("message 0 again");
  }
}
