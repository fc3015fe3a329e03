package dev.winnow.e2e.launcher;

import dev.winnow.e2e.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checkout with the real launcher, in which Maven is a script and each JDK is one.
 *
 * <p>Maven makes one jar, and writes a line to {@link #builds()} for each build. Its variables:
 * {@code FAKE_SECONDS} to take, {@code FAKE_ERROR} to fail with, {@code FAKE_REPORT} to leave as
 * the report of a test class. Java prints its arguments, one per line.
 */
final class Checkout {
  private static final String MAVEN =
      """
      #!/bin/sh
      root=${0%/*}
      case $* in
        *--version*) exit 0 ;;
      esac
      printf '%s\\n' "$*" >>"$root/builds"
      sleep "${FAKE_SECONDS:-0}"
      if [ -n "${FAKE_ERROR:-}" ]; then
        printf '[INFO] compiling\\n[ERROR] %s\\n' "$FAKE_ERROR"
        exit 1
      fi
      mkdir -p "$root/cli/target/lib" "$root/server/target/lib" "$root/kernel/target/surefire-reports"
      : >"$root/cli/target/lib/made.jar"
      : >"$root/server/target/lib/made.jar"
      : >"$root/server/target/winnow-server-1-runner.jar"
      printf '%s' "${FAKE_REPORT:-}" >"$root/kernel/target/surefire-reports/TEST-FakeTest.xml"
      """;

  private static final String POM =
      """
      <project>
        <artifactId>winnow-parent</artifactId>
        <version>1.2.3</version>
      </project>
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      printf '%s\\n' "$@"
      """;

  private final Path root;
  private final Path jdk25;

  Checkout(Path root) {
    this.root = root;
    jdk25 = jdk("25.0.1");
    script("mvnw", MAVEN);
    file("pom.xml", POM);
    file("kernel/src/main/java/Kept.java", "");
    file("kernel/src/main/java/Removed.java", "");
    copy("winnow");
    copy("cli/src/main/launcher/launch.sh");
    copy("cli/src/main/launcher/winnow");
  }

  private void copy(String name) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.copy(Path.of(System.getProperty("winnow.root"), name), path(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path launcher() {
    return root.resolve("winnow");
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /** Makes a JDK of the given version whose {@code java} prints its arguments. */
  Path jdk(String version) {
    return jdk(version, JAVA);
  }

  /** Makes a JDK of the given version whose {@code java} is the given script. */
  Path jdk(String version, String java) {
    String name = "jdks/" + version;
    script(name + "/bin/java", java);
    script(name + "/bin/javac", java);
    file(name + "/release", "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
    return path(name);
  }

  /** Puts a script beside the {@code java} with which the launcher is run. */
  void jdkTool(String name, String content) {
    script(root.relativize(jdk25.resolve("bin").resolve(name)).toString(), content);
  }

  /** The arguments of each build so far. */
  List<String> builds() {
    try {
      Path builds = path("builds");
      return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs the launcher with a JDK 25 in WINNOW_JAVA. */
  Outcome run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /** Runs the launcher with a JDK 25 in WINNOW_JAVA, unless {@code variables} say otherwise. */
  Outcome run(Map<String, String> variables, String... arguments) {
    return Outcome.of(process(launcher(), variables, arguments), new byte[0]);
  }

  ProcessBuilder process(Path launcher, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().retainAll(Set.of("PATH", "HOME", "TMPDIR"));
    process.environment().put("WINNOW_JAVA", jdk25.toString());
    process.environment().putAll(variables);
    return process;
  }

  /** Writes a file below the root and makes the directories above it. */
  Path file(String name, String content) {
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void script(String name, String content) {
    Path script = file(name, content);
    if (!script.toFile().setExecutable(true)) {
      throw new AssertionError("cannot make executable: " + script);
    }
  }
}
