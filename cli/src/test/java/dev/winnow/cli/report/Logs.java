package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.formats.input.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Logs that reports are made of. */
final class Logs {
  private static final Instant WRITTEN = Instant.parse("2026-11-21T12:00:00Z");

  private Logs() {}

  static Findings findings(String log) throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    Analysis analysis = new Analysis(Scope.EVERYTHING);
    try (Input input =
        Input.of("shop.log", Channels.newChannel(new ByteArrayInputStream(bytes)), WRITTEN)) {
      analysis.read(input, (read, lines) -> {});
    }
    return analysis.findings(false);
  }

  /**
   * Two hours of a shop: errors for a while, a heartbeat that ends, durations, secrets, clients.
   */
  static String shop() {
    StringBuilder log = new StringBuilder();
    for (int second = 0; second < 7200; second += 6) {
      int minute = second / 60;
      String text;
      if (minute >= 60 && minute < 70 && second % 12 == 0) {
        text = "level=error service=payments msg=\"Payment of order " + second + " failed\"";
      } else if (minute < 80 && second % 18 == 0) {
        text = "level=info service=nodes msg=\"Heartbeat of node " + second % 7 + "\"";
      } else if (second == 3606) {
        text = "level=warn service=shop msg=\"login with password=hunter2-" + second + " refused\"";
      } else {
        text =
            "level=info service=shop client_ip=10.0.0."
                + second % 5
                + " msg=\"GET /orders/"
                + second
                + " answered in "
                + (second * 7 % 400 + 3)
                + " ms\"";
      }
      log.append("time=2026-11-20T")
          .append(String.format("%02d:%02d:%02dZ ", 12 + minute / 60, minute % 60, second % 60))
          .append(text)
          .append('\n');
    }
    return log.toString();
  }

  /** Markup, commands of a terminal, other directions of writing, and what ends a code span. */
  static String hostile() {
    String text =
        "</style></title></pre><script>alert(1)</script><img src=http://evil.example/x>"
            + " | a `tick` and ``two`` \u202e \u0000 \u001b[31m & \"x\" 'y' ]]> --> \ud83d\ude00";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      log.append("2026-11-21T10:00:").append(10 + i).append("Z ERROR ").append(text);
      log.append(' ').append("\u05e9".repeat(i * 100)).append('\n');
    }
    return log.toString();
  }

  /** Errors of a hundred kinds, with much to be escaped. */
  static String xml() {
    String document = "<entry key=\"a\">value &amp; more | rest</entry>".repeat(200);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      log.append("ERROR ").append("k".repeat(i % 100 + 1)).append(' ').append(document);
      log.append('\n');
    }
    return log.toString();
  }
}
