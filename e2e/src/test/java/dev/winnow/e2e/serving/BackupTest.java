package dev.winnow.e2e.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.Outcome;
import dev.winnow.e2e.PackagedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged before a backup is in what is restored of it, each request as a whole. */
final class BackupTest {
  private static final int SENDERS = 4;
  private static final int RECORDS = 50;
  private static final int UNAVAILABLE = 69;

  @TempDir private Path home;
  private PackagedProgram winnow;
  private Path live;
  private Path restored;
  private Path backup;

  @BeforeEach
  void install() {
    winnow = new PackagedProgram(home).withServer();
    live = home.resolve("live");
    restored = home.resolve("restored");
    backup = home.resolve("winnow.tar");
  }

  @Test
  void restoresAPrefixOfWhatCameMeanwhile() throws IOException {
    Set<String> before;
    Set<String> all;
    try (RunningServer server = RunningServer.start(winnow, live)) {
      Set<String> acknowledged = ConcurrentHashMap.newKeySet();
      before = backUpUnderLoad(server, acknowledged);
      all = Set.copyOf(acknowledged);
      refuses(
          "already; name an empty one", winnow.run("restore", path(backup), "--data", path(live)));
      assertThat(Accounts.records(server.api())).isEqualTo((long) all.size() * RECORDS);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    succeeds("restored", winnow.run("restore", path(backup), "--data", path(restored)));
    try (RunningServer server = RunningServer.start(winnow, restored)) {
      long records = Accounts.records(server.api());
      assertThat(records % RECORDS).isZero();
      assertThat(records / RECORDS).isBetween((long) before.size(), (long) all.size());
      before.forEach(request -> assertThat(send(server, request)).isEqualTo(RECORDS));
      assertThat(Accounts.records(server.api())).isEqualTo(records);
      all.forEach(request -> send(server, request));
      assertThat(Accounts.records(server.api())).isEqualTo((long) all.size() * RECORDS);
    }
    Path again = home.resolve("again.tar");
    succeeds("wrote", winnow.run("backup", path(again), "--data", path(restored)));
    assertThat(again).isNotEmptyFile();
  }

  /** Backs up while senders send; returns what had been acknowledged before. */
  private Set<String> backUpUnderLoad(RunningServer server, Set<String> acknowledged) {
    AtomicBoolean isOver = new AtomicBoolean();
    CountDownLatch some = new CountDownLatch(40);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = "sender-" + sender;
        senders.execute(() -> {
          for (int i = 0; !isOver.get(); i++) {
            send(server, name + "-" + i);
            acknowledged.add(name + "-" + i);
            some.countDown();
          }
        });
      }
      try {
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
        Set<String> before = Set.copyOf(acknowledged);
        succeeds("wrote", winnow.run("backup", path(backup), "--data", path(live)));
        return before;
      } finally {
        isOver.set(true);
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Sends a request, the same one whenever it is sent; returns how many records were known. */
  private static long send(RunningServer server, String request) {
    String lines = "{\"message\":\"a line of %s\"}\n".formatted(request).repeat(RECORDS);
    Answer answer =
        server.api().post("/api/logs", lines.getBytes(UTF_8), "Idempotency-Key", request);
    assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
    return answer.number("duplicates");
  }

  @Test
  void leavesNothingThatLooksCompleteWhenItIsCutOffOrKilled()
      throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(winnow, live)) {
      send(server, "one");
    }
    succeeds("wrote", winnow.run("backup", path(backup), "--data", path(live)));
    byte[] archive = Files.readAllBytes(backup);
    byte[] beginning = Arrays.copyOf(archive, archive.length / 2);
    Path half = Files.write(home.resolve("half.tar"), beginning);
    refuses("was cut off", winnow.run("restore", path(half), "--data", path(restored)));
    assertThat(restored.resolve("format")).doesNotExist();

    Process killed = winnow.process("restore", "-", "--data", path(restored)).start();
    killed.getOutputStream().write(beginning);
    killed.getOutputStream().flush();
    Path begun = restored.resolve("restore.new/store");
    while (Files.notExists(begun)) {
      assertThat(killed.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    killed.destroyForcibly().waitFor();
    refuses("something else", winnow.run("backup", "-", "--data", path(restored)));

    succeeds("restored", winnow.run("restore", path(backup), "--data", path(restored)));
    try (RunningServer server = RunningServer.start(winnow, restored)) {
      assertThat(Accounts.records(server.api())).isEqualTo(RECORDS);
    }
  }

  private static String path(Path path) {
    return path.toString();
  }

  private static void succeeds(String said, Outcome outcome) {
    assertThat(outcome.stderr()).contains(said);
    assertThat(outcome.exitCode()).isZero();
  }

  private static void refuses(String said, Outcome outcome) {
    assertThat(outcome.stderr()).contains(said);
    assertThat(outcome.exitCode()).isEqualTo(UNAVAILABLE);
  }
}
