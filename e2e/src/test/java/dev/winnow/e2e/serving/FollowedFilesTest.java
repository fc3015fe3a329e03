package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a packaged server makes of files that grow, move, shrink and outlive it. */
final class FollowedFilesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ALL =
      "/api/logs?start_time=2026-01-01T00:00:00Z&limit=10000&order=oldest&cursor=";

  @TempDir private Path home;
  private Path log = Path.of("");
  private int written;

  @BeforeEach
  void setUp() throws IOException {
    log = Files.createDirectory(home.resolve("logs")).resolve("app.log");
  }

  private RunningServer start(PackagedProgram winnow) {
    return RunningServer.start(
        winnow, home.resolve("data"), "receivers.files.paths=" + home + "/logs/*.log");
  }

  /** Appends lines of which each is told from all others by its number. */
  private void append(int lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("2026-11-21T10:00:00Z ERROR order ").append(written++).append(" late\n");
    }
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** How often each body is stored. */
  private static Map<String, Integer> stored(RunningServer server) {
    Map<String, Integer> stored = new HashMap<>();
    String cursor = "";
    do {
      Answer page = server.api().get(ALL + cursor);
      for (Attributes each : page.list("logs")) {
        stored.merge(each.value("body").text(), 1, Integer::sum);
      }
      cursor = page.text("next_cursor");
    } while (!cursor.isEmpty());
    return stored;
  }

  private static void awaitLeast(RunningServer server, int records) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server.api().get("/api/v1/ledger").number("outcomes.stored") < records) {
      assertThat(System.nanoTime())
          .describedAs("%d records were stored", records)
          .isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void assertEachOnce(RunningServer server) {
    Map<String, Integer> stored = stored(server);
    for (int number = 0; number < written; number++) {
      assertThat(stored).containsEntry("order " + number + " late", 1);
    }
    assertThat(stored).hasSize(written);
    assertThat(Accounts.records(server.api())).isEqualTo(written);
  }

  @Test
  void storesEachLineOnceThroughRotationAndTruncation() throws IOException {
    try (RunningServer server = start(new PackagedProgram(home).withServer())) {
      append(1_000);
      awaitLeast(server, written);
      Files.move(log, log.resolveSibling("app.log.1"));
      append(1_000);
      awaitLeast(server, written);
      Files.writeString(log, "");
      append(10);
      awaitLeast(server, written);
      assertEachOnce(server);
      assertThat(server.api().get("/health").text("dependencies.files")).isEqualTo("healthy");
    }
  }

  /** Killed in the middle of a file that goes on and is moved aside while nobody looks. */
  @Test
  void storesEachLineOnceThoughItIsKilled() throws IOException {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    append(100_000);
    for (int kill = 1; kill <= 2; kill++) {
      try (RunningServer server = start(winnow)) {
        awaitLeast(server, 20_000 * kill);
        server.kill();
      }
      append(1_000);
    }
    Files.move(log, log.resolveSibling("app.log.1"));
    append(1_000);
    try (RunningServer server = start(winnow)) {
      awaitLeast(server, written);
      assertEachOnce(server);
    }
  }
}
