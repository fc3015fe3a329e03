package dev.winnow.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.server.config.FilesConfig;
import dev.winnow.server.receiver.Feed;
import dev.winnow.server.receiver.GatedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileReceiverTest {
  @TempDir private Path directory;

  private final GatedStore store = new GatedStore();
  private Path log = Path.of("");
  private Path checkpoints = Path.of("");
  private final List<AutoCloseable> open = new ArrayList<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private @Nullable FileReceiver receiver;

  @BeforeEach
  void setUp() throws IOException {
    log = Files.createDirectory(directory.resolve("logs")).resolve("app.log");
    checkpoints = directory.resolve("followed");
  }

  private void start() {
    Feed feed = store.feed();
    FilesConfig config =
        new FilesConfig(
            List.of(directory + "/logs/*.log"),
            List.of(directory + "/logs/no*"),
            List.of(directory + "/elsewhere"),
            "acme");
    receiver = new FileReceiver(config, checkpoints, feed, store.clock, metrics);
    receiver.start();
    open.addAll(List.of(feed, receiver));
  }

  @AfterEach
  void end() throws Exception {
    store.openGate();
    for (AutoCloseable each : open) {
      each.close();
    }
    open.clear();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(String text) {
    return "2026-11-21T10:00:00Z INFO " + text + "\n";
  }

  @Test
  void readsWhatIsThereAndWhatIsAppended() throws IOException {
    append(log, line("one") + "2026-11-21T10:00:01Z ERROR two\n\tat a.B.c(B.java:1)\n");
    start();
    List<LogRecord> first = store.await(2);
    append(log, line("three") + "2026-11-21T10:00:02Z INFO fo");
    assertThat(store.awaitBodies(1)).containsExactly("three");
    append(log, "ur\n");

    assertThat(store.awaitBodies(1)).containsExactly("four");
    assertThat(first.get(0).body().text()).isEqualTo("one");
    assertThat(first.get(0).attributes().value("log.file.path"))
        .isEqualTo(AnyValue.of(log.toString()));
    assertThat(first.get(1).body().text()).isEqualTo("two\n\tat a.B.c(B.java:1)");
    assertThat(store.accounts()).isEqualTo(Map.of("acme file no_policy", 4L));
  }

  @Test
  void goesOnWithTheNewFileAfterRotation() throws IOException {
    append(log, line("one"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    Path rotated = directory.resolve("logs/app.log.1");
    Files.move(log, rotated);
    append(rotated, line("two") + "2026-11-21T10:00:00Z INFO without an end");
    append(log, line("three"));

    assertThat(store.awaitBodies(3)).containsExactlyInAnyOrder("two", "three", "without an end");
  }

  @Test
  void beginsAgainWithFileThatWasTruncated() throws IOException {
    append(log, line("one") + line("two"));
    start();
    assertThat(store.awaitBodies(2)).containsExactly("one", "two");
    Files.writeString(log, line("three"));
    assertThat(store.awaitBodies(1)).containsExactly("three");
    // Longer than before, so that its size tells nothing.
    Files.writeString(log, line("four") + line("five") + line("six"));

    assertThat(store.awaitBodies(3)).containsExactly("four", "five", "six");
  }

  @Test
  void readsSameLinesAgainWhereTruncatedFileHoldsThem() throws IOException {
    append(log, line("one") + line("two"));
    start();
    assertThat(store.awaitBodies(2)).containsExactly("one", "two");
    Files.writeString(log, "");
    append(directory.resolve("logs/other.log"), line("seen"));
    assertThat(store.awaitBodies(1)).containsExactly("seen");
    append(log, line("one") + line("two"));

    assertThat(store.awaitBodies(2)).containsExactly("one", "two");
  }

  @Test
  void knowsWhatItReadsAgainAfterCrash() throws Exception {
    append(log, line("one"));
    store.closeGate();
    start();
    store.awaitArrival();
    Path atCrash =
        Files.copy(checkpoints, directory.resolve("at-crash"), StandardCopyOption.REPLACE_EXISTING);
    end();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    Files.move(atCrash, checkpoints, StandardCopyOption.REPLACE_EXISTING);

    append(log, line("two"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("two");
    assertThat(store.accounts())
        .containsEntry("acme file no_policy", 2L)
        .containsEntry("acme file repeated_request", 1L);
  }

  @Test
  void goesOnWhereItEnded() throws Exception {
    append(log, line("one"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    end();
    append(log, line("two"));
    Files.move(log, directory.resolve("logs/app.log.1"));
    append(log, line("three"));
    start();

    assertThat(store.awaitBodies(2)).containsExactlyInAnyOrder("two", "three");
  }

  @Test
  void leavesAloneWhatIsNoLog() throws Exception {
    Files.createDirectory(directory.resolve("logs/directory.log"));
    Process fifo =
        new ProcessBuilder("mkfifo", directory.resolve("logs/fifo.log").toString()).start();
    assertThat(fifo.waitFor()).isZero();
    try (var packed =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("logs/a.log")))) {
      packed.write(line("packed").getBytes(UTF_8));
    }
    append(directory.resolve("logs/not.log"), line("excluded"));
    append(log, line("one"));
    start();

    assertThat(store.awaitBodies(1)).containsExactly("one");
    append(log, line("two"));
    assertThat(store.awaitBodies(1)).containsExactly("two");
  }

  @Test
  void followsFileWhosePathBecomesDirectory() throws IOException {
    append(log, line("one"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    Path aside = directory.resolve("logs/aside");
    Files.move(log, aside);
    Files.createDirectory(log);
    append(aside, line("two"));

    assertThat(store.awaitBodies(1)).containsExactly("two");
  }

  @Test
  void knowsTheColumnsOfATableInEveryPiece() throws IOException {
    StringBuilder table = new StringBuilder("timestamp,level,message,order\n");
    for (int i = 0; i < 10_000; i++) {
      table.append("2026-11-21T10:00:00Z,ERROR,order late,").append(i).append('\n');
    }
    append(log, table.toString());
    start();

    List<LogRecord> records = store.await(10_000);
    assertThat(records)
        .allMatch(record ->
            record.body().text().equals("order late") && record.severityText().equals("ERROR"));
    assertThat(records.getLast().attributes().value("order").text()).isEqualTo("9999");
  }

  @Test
  void knowsTheColumnsThatCommentsName() throws IOException {
    append(log, "#Version: 1.0\n#Fields: date time cs-method cs-uri-stem sc-status\n");
    append(log, "2026-11-21 10:00:00 GET /a 200\n");
    start();
    assertThat(store.await(1).getFirst().attributes().value("sc-status").text()).isEqualTo("200");
    append(log, "2026-11-21 10:00:01 GET /b 404\n");

    assertThat(store.await(1).getFirst().attributes().value("sc-status").text()).isEqualTo("404");
  }

  private double gauge(String name) {
    return metrics.get("winnow.files." + name).gauge().value();
  }

  private void awaitGauge(String name, double value) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (gauge(name) != value && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(gauge(name)).isEqualTo(value);
  }

  @Test
  void countsWhatItLeavesOut() throws IOException {
    Files.createDirectory(directory.resolve("logs/directory.log"));
    Files.write(directory.resolve("logs/binary.log"), new byte[1000]);
    append(log, line("one"));
    start();

    assertThat(store.awaitBodies(1)).containsExactly("one");
    assertThat(gauge("followed")).isEqualTo(1);
    assertThat(gauge("left.out")).isEqualTo(2);
    assertThat(gauge("failing")).isZero();
    assertThat(Objects.requireNonNull(receiver).trouble()).isEmpty();
  }

  /** Everybody may read, but a link to itself cannot be followed. */
  @Test
  void tellsWhatItCannotRead() throws IOException {
    Path loop = directory.resolve("logs/loop.log");
    Files.createSymbolicLink(loop, loop);
    append(log, line("one"));
    start();

    assertThat(store.awaitBodies(1)).containsExactly("one");
    assertThat(gauge("failing")).isEqualTo(1);
    assertThat(Objects.requireNonNull(receiver).trouble())
        .contains("1 cannot be read, as the log of the server tells");
    Files.delete(loop);
    append(log, line("two"));
    awaitGauge("failing", 0);
    assertThat(Objects.requireNonNull(receiver).trouble()).isEmpty();
  }

  @Test
  void goesOnWithTheOthersWhereAFileBecomesAPipe() throws Exception {
    append(log, line("one"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    Files.delete(log);
    assertThat(new ProcessBuilder("mkfifo", log.toString()).start().waitFor()).isZero();
    append(directory.resolve("logs/other.log"), line("two"));

    assertThat(store.awaitBodies(1)).containsExactly("two");
    awaitGauge("left.out", 1);
  }

  @Test
  void readsLargeFileInPieces() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(line("line " + i));
    }
    append(log, text + "x".repeat(2_000_000) + "\n" + line("last"));
    start();

    List<String> bodies = store.awaitBodies(20_003);
    assertThat(bodies.getFirst()).isEqualTo("line 0");
    assertThat(bodies.get(19_998)).isEqualTo("line 19998");
    assertThat(bodies.getLast()).isEqualTo("last");
  }

  @Test
  void followsNoLinkThatLeadsOutOfItsDirectories() throws IOException {
    Path secret = Files.createDirectory(directory.resolve("secret")).resolve("passwords");
    append(secret, line("secret"));
    Path pods = Files.createDirectory(directory.resolve("elsewhere")).resolve("pod");
    append(pods, line("of a pod"));
    append(directory.resolve("logs/plain"), line("plain"));
    Files.createSymbolicLink(directory.resolve("logs/a.log"), secret);
    Files.createSymbolicLink(directory.resolve("logs/b.log"), pods);
    Files.createSymbolicLink(directory.resolve("logs/c.log"), Path.of("plain"));
    append(log, line("one"));
    start();

    assertThat(store.awaitBodies(3)).containsExactlyInAnyOrder("of a pod", "plain", "one");
    append(secret, line("more"));
    append(log, line("two"));
    assertThat(store.awaitBodies(1)).containsExactly("two");
    assertThat(gauge("left.out")).isEqualTo(1);
  }

  @Test
  void followsSoManyAndTellsOfTheOthers() throws IOException {
    for (int i = 0; i < 1002; i++) {
      append(directory.resolve("logs/" + i + ".log"), line("one"));
    }
    start();

    assertThat(store.awaitBodies(1000)).hasSize(1000);
    assertThat(gauge("followed")).isEqualTo(1000);
    assertThat(gauge("failing")).isEqualTo(2);
  }

  /** As one that is on a disk that is not mounted yet. */
  @Test
  void goesOnWithFileThatWasNotThereForAWhile() throws Exception {
    append(log, line("one"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("one");
    end();
    Path away = directory.resolve("away");
    Files.move(log, away);
    append(directory.resolve("logs/other.log"), line("other"));
    start();
    assertThat(store.awaitBodies(1)).containsExactly("other");
    append(directory.resolve("logs/other.log"), line("more"));
    assertThat(store.awaitBodies(1)).containsExactly("more");
    append(away, line("two"));
    Files.move(away, log);

    assertThat(store.awaitBodies(1)).containsExactly("two");
    assertThat(store.accounts()).isEqualTo(Map.of("acme file no_policy", 4L));
  }

  @Test
  void keepsNoFileFromTheStoreWhereAnotherCannotBeStored() throws Exception {
    store.closeGate();
    append(log, line("one"));
    append(directory.resolve("logs/other.log"), line("two"));
    store.fail(ErrorCode.STORAGE_CORRUPT);
    start();
    store.openGate();

    assertThat(store.awaitBodies(2)).containsExactlyInAnyOrder("one", "two");
    assertThat(store.accounts()).isEqualTo(Map.of("acme file no_policy", 2L));
  }
}
