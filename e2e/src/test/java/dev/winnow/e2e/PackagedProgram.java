package dev.winnow.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program as a user has it: the launcher and the jars that the build has packaged. */
public final class PackagedProgram {
  private static final Path CHECKOUT = Path.of(System.getProperty("winnow.root"));
  private static final Path JARS = Path.of(System.getProperty("winnow.program"));
  private static final Path SERVER = Path.of(System.getProperty("winnow.server"));

  private final Path home;

  /** Installs the program into the empty directory {@code home}. */
  public PackagedProgram(Path home) {
    this.home = home;
    try {
      Path program = Files.createDirectories(home.resolve("target/winnow/program/cli"));
      Files.writeString(home.resolve("target/winnow/current"), "program\n");
      Files.copy(CHECKOUT.resolve("winnow"), home.resolve("winnow"));
      Files.copy(
          CHECKOUT.resolve("cli/src/main/launcher/launch.sh"), program.resolveSibling("launch.sh"));
      copy(JARS, program);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Installs the server beside it. */
  public PackagedProgram withServer() {
    try {
      Path program = Files.createDirectories(home.resolve("target/winnow/program/server"));
      copy(SERVER.resolve("lib"), program);
      copy(SERVER, program);
      return this;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Quarkus' own jar comes first on the class path, as the launcher names it when it builds. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        String name = jar.getFileName().toString();
        Files.copy(jar, to.resolve(name.endsWith("-runner.jar") ? "0-winnow-server.jar" : name));
      }
    }
  }

  /** Runs the program without input. */
  public Outcome run(String... arguments) {
    return runWithInput("", arguments);
  }

  /** Runs the program with {@code stdin}, in UTF-8, as its input. */
  public Outcome runWithInput(String stdin, String... arguments) {
    return Outcome.of(process(arguments), stdin.getBytes(StandardCharsets.UTF_8));
  }

  /** The process, not yet started, with the JDK of the tests. */
  public ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("winnow").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("WINNOW_JAVA", System.getProperty("java.home"));
    return process;
  }
}
