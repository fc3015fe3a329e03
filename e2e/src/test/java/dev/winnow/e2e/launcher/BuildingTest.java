package dev.winnow.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, and how a build fails. */
final class BuildingTest {
  @TempDir private Path directory;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() {
    checkout = new Checkout(directory);
  }

  @Test
  void buildsOnFirstUseOnly() {
    Outcome first = checkout.run("mine");
    Outcome second = checkout.run("mine");

    assertThat(first.stderr()).contains("winnow: building");
    assertThat(second.stderr()).isEmpty();
    assertThat(second.stdout()).isEqualTo(first.stdout());
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void buildsAgainAfterAChange() throws IOException {
    checkout.run("mine");
    Files.setLastModifiedTime(
        checkout.path("kernel/src/main/java/Kept.java"),
        FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

    checkout.run("mine");

    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void buildsAgainAfterARemoval() throws IOException {
    checkout.run("mine");
    Files.delete(checkout.path("kernel/src/main/java/Removed.java"));

    checkout.run("mine");

    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void showsWhatTheCompilerSaid() {
    Outcome outcome = checkout.run(Map.of("FAKE_ERROR", "Kept.java:[1,2] ';' expected"), "mine");

    assertThat(outcome.exitCode()).isEqualTo(70);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr())
        .contains("[ERROR] Kept.java:[1,2] ';' expected")
        .contains("the build failed; all of it is in " + checkout.path("target/winnow/build.log"));
  }

  @Test
  void showsWhyMavenStopped() {
    String reason = "Failed to execute goal on project x: Could not resolve a:b:jar:1 -> [Help 1]";
    Outcome outcome = checkout.run(Map.of("FAKE_ERROR", reason), "mine");

    assertThat(outcome.stderr()).contains("[ERROR] " + reason + "\n");
  }

  @Test
  void saysThatItCannotBuildInADirectoryItMayNotWrite() {
    checkout.file("target/winnow", "");

    assertThat(checkout.run("mine").exitCode()).isEqualTo(70);
  }

  @Test
  void keepsTheProgramInUseWhenABuildFails() {
    String before = checkout.run("mine").stdout();
    checkout.run(Map.of("FAKE_ERROR", "broken"), "build");

    assertThat(checkout.run("mine").stdout()).isEqualTo(before);
  }

  @Test
  void buildsOnceForTwoWhoStartTogether() throws IOException, InterruptedException {
    Map<String, String> slow = Map.of("FAKE_SECONDS", "1");
    Process first = checkout.process(checkout.launcher(), slow, "mine").start();
    Process second = checkout.process(checkout.launcher(), slow, "mine").start();

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(checkout.builds()).hasSize(1);
    assertThat(checkout.path("target/winnow/lock")).doesNotExist();
  }

  @Test
  void breaksTheLockOfAProcessThatIsGone() throws IOException {
    Files.createDirectories(checkout.path("target/winnow"));
    Files.createSymbolicLink(checkout.path("target/winnow/lock"), Path.of("999999999"));

    assertThat(checkout.run("mine").exitCode()).isZero();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void keepsTheProgramBeforeForThoseWhoRunIt() throws IOException {
    for (int build = 0; build < 4; build++) {
      checkout.run("build");
    }

    try (Stream<Path> state = Files.list(checkout.path("target/winnow"))) {
      assertThat(state.filter(path -> path.getFileName().toString().startsWith("program.")))
          .hasSize(2);
    }
  }
}
