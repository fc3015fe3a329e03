package dev.winnow.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.report.JsonReport;
import dev.winnow.formats.input.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AnalysisTest {
  private static final Instant AS_OF = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void findsTheSameWithAnyNumberOfThreads() throws IOException {
    byte[] log = log(new SplittableRandom(1), 4 << 20);

    String alone = report(1, log, log);

    assertThat(report(2, log, log)).isEqualTo(alone);
    assertThat(report(3, log, log)).isEqualTo(alone);
  }

  @Test
  void namesTheLineOfTheFirstErrorInTheWholeInput() throws IOException {
    String log =
        "2026-11-21T10:00:00Z INFO fine\n".repeat(200_000) + "2026-11-21T10:00:01Z ERROR no\n";
    Findings findings = findings(3, log.getBytes(StandardCharsets.UTF_8));

    assertThat(findings.rarestErrors()).hasSize(1);
    assertThat(findings.rarestErrors().get(0).firstError())
        .isEqualTo(new Exemplar("no", "log 0", 200_001));
  }

  @Test
  void countsStackTracesOfTooManyKinds() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      log.append(
          "2026-11-21T10:00:00Z ERROR failed\njava.lang.IllegalStateException: no\n\tat a.B.m");
      log.append(letters(i)).append("(B.java:1)\n");
    }
    Findings findings = findings(1, log.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(findings.exceptions()).hasSize(4096);
    assertThat(findings.unlistedTraces()).isEqualTo(904);
  }

  private static String letters(int number) {
    return number == 0 ? "" : letters(number / 26) + (char) ('a' + number % 26);
  }

  @Test
  void showsNoSecrets() throws IOException {
    String log =
        """
        2026-11-21T10:00:00Z ERROR cannot log in with password=hunter22secret
        java.lang.IllegalStateException: password=hunter22secret
        \tat a.B.c(B.java:1)
        """;
    Findings findings = findings(1, log.getBytes(StandardCharsets.UTF_8));

    assertThat(findings.secretRecords()).isOne();
    assertThat(new JsonReport(findings, 10).text())
        .doesNotContain("hunter22")
        .contains("password=");
  }

  private static String report(int workers, byte[]... logs) throws IOException {
    return new JsonReport(findings(workers, logs), 1000).text();
  }

  private static Findings findings(int workers, byte[]... logs) throws IOException {
    Analysis analysis = new Analysis(Scope.EVERYTHING, workers);
    int number = 0;
    for (byte[] log : logs) {
      var channel = Channels.newChannel(new ByteArrayInputStream(log));
      analysis.read(Input.of("log " + number++, channel, AS_OF), (input, lines) -> {});
    }
    return analysis.findings(false);
  }

  private static byte[] log(SplittableRandom random, int size) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; log.length() < size; i++) {
      String time = Instant.parse("2026-11-21T10:00:00Z").plusMillis(i * 13L).toString();
      int kind = random.nextInt(40);
      log.append(time).append(kind == 0 ? " ERROR" : " INFO").append(" [svc] ");
      log.append("step ")
          .append((char) ('a' + kind % 26))
          .append("x of ")
          .append(random.nextInt(9999));
      log.append(" took ").append(random.nextInt(500)).append(" ms for user=u").append(kind);
      log.append(kind == 1 ? "\njava.io.IOException: x\n\tat a.B.c(B.java:7)\n" : "\n");
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
