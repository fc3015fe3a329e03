package dev.winnow.e2e.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher starts, and what it hands on to it. */
final class StartingTest {
  private static final String MAIN = "dev.winnow.cli.Winnow";

  @TempDir private Path directory;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() {
    checkout = new Checkout(directory.resolve("a checkout"));
  }

  @Test
  void handsOnArgumentsUntouched() {
    Outcome outcome = checkout.run("mine", "a b", "", "*", "$HOME", "--x='y'", "\\n");

    assertThat(outcome.stdout()).endsWith(MAIN + "\nmine\na b\n\n*\n$HOME\n--x='y'\n\\n\n");
  }

  @Test
  void handsOnExitCodeAndInput() {
    Path jdk = checkout.jdk("25.0.2", "#!/bin/sh\ncat\nexit 42\n");
    ProcessBuilder process =
        checkout.process(checkout.launcher(), Map.of("WINNOW_JAVA", jdk.toString()), "mine", "-");
    checkout.run("build");

    Outcome outcome = Outcome.of(process, "one\ntwo".getBytes(UTF_8));

    assertThat(outcome).isEqualTo(new Outcome(42, "one\ntwo", ""));
  }

  @Test
  void becomesTheProgramSoThatSignalsReachIt() throws IOException, InterruptedException {
    Path jdk = checkout.jdk("25.0.3", "#!/bin/sh\nexit $(($$ % 256))\n");
    checkout.run("build");

    Process process =
        checkout
            .process(checkout.launcher(), Map.of("WINNOW_JAVA", jdk.toString()), "mine")
            .start();

    assertThat(process.waitFor()).isEqualTo((int) (process.pid() % 256));
  }

  @Test
  void startsThroughSymbolicLinksFromAnotherDirectory() throws IOException {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("relative"), Path.of("../a checkout/winnow"));
    Path link = Files.createSymbolicLink(bin.resolve("winnow"), Path.of("relative"));

    Outcome outcome =
        Outcome.of(checkout.process(link, Map.of()).directory(bin.toFile()), new byte[0]);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stdout()).contains("a checkout/target/winnow/program.");
  }

  @Test
  void passesOverAnOlderJavaHome() {
    Path newer = checkout.jdk("25.0.4", "#!/bin/sh\necho newer\n");
    Path older = checkout.jdk("17.0.15", "#!/bin/sh\necho older\n");
    checkout.run("build");
    Map<String, String> variables =
        Map.of(
            "WINNOW_JAVA", newer.toString(),
            "JAVA_HOME", older.toString(),
            "PATH", older.resolve("bin") + ":" + System.getenv("PATH"));

    assertThat(checkout.run(variables, "mine").stdout()).isEqualTo("newer\n");
  }

  @Test
  void takesJavaHomeWhenItIsNewEnough() {
    Path jdk = checkout.jdk("25.0.5", "#!/bin/sh\necho from JAVA_HOME\n");
    checkout.run("build");
    Map<String, String> variables = Map.of("WINNOW_JAVA", "", "JAVA_HOME", jdk.toString());

    assertThat(checkout.run(variables, "mine").stdout()).isEqualTo("from JAVA_HOME\n");
  }

  @Test
  void asksJavaForItsVersionWhereNoFileTellsIt() throws IOException {
    Path jdk =
        checkout.jdk(
            "25.0.6",
            """
            #!/bin/sh
            case $* in
              *-version) echo '    java.specification.version = 25' >&2 ;;
              *) echo asked ;;
            esac
            """);
    Files.delete(jdk.resolve("release"));
    checkout.run("build");

    Outcome outcome = checkout.run(Map.of("WINNOW_JAVA", jdk.resolve("bin/java").toString()));

    assertThat(outcome).isEqualTo(new Outcome(0, "asked\n", ""));
  }

  @Test
  void refusesToUseAnOlderJavaThatWasNamed() {
    Path jdk = checkout.jdk("17.0.15");

    assertThat(checkout.run(Map.of("WINNOW_JAVA", jdk.toString()), "mine"))
        .isEqualTo(
            new Outcome(
                70,
                "",
                "winnow: WINNOW_JAVA is '%s', which is not a JDK 25 or newer (version found: 17)\n"
                    .formatted(jdk)));
  }

  @Test
  void addsOptionsForJavaAfterItsOwn() {
    Outcome outcome = checkout.run(Map.of("WINNOW_JAVA_OPTS", "-Xmx2g -Da=b"), "mine");

    assertThat(outcome.stdout()).contains("-Xmx384m").contains("\n-Xmx2g\n-Da=b\n-cp\n");
  }

  @Test
  void givesJavaUtf8WhereTheLocaleIsAscii() {
    Path jdk = checkout.jdk("25.0.7", "#!/bin/sh\nlocale charmap\n");
    checkout.run("build");

    for (String locale : List.of("C", "POSIX", "xx_XX.UTF-8")) {
      Map<String, String> variables = Map.of("WINNOW_JAVA", jdk.toString(), "LC_ALL", locale);
      assertThat(checkout.run(variables, "mine").stdout()).isEqualTo("UTF-8\n");
    }
  }
}
