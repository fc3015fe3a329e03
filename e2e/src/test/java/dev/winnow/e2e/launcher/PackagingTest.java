package dev.winnow.e2e.launcher;

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

/** What an archive for machines without Java holds. */
final class PackagingTest {
  /** Makes a Java in the directory after {@code --output}. */
  private static final String JLINK =
      """
      #!/bin/sh
      while [ "$1" != --output ]; do shift; done
      mkdir -p "$2/bin"
      printf '#!/bin/sh\\necho packed Java\\nprintf "%%s\\\\n" "$@"\\n' >"$2/bin/java"
      chmod +x "$2/bin/java"
      """;

  @TempDir private Path directory;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() {
    checkout = new Checkout(directory.resolve("checkout"));
    checkout.file("README.md", "");
    checkout.file("CHANGELOG.md", "");
    checkout.file("LICENSE", "terms");
    checkout.file("docs/operating.md", "how");
    checkout.file("server/src/main/release/Containerfile", "FROM somewhere");
  }

  private Path unpack(Outcome packed) throws IOException {
    Path archive = checkout.path(packed.stdout().strip());
    Path place = Files.createDirectories(directory.resolve("elsewhere"));
    ProcessBuilder tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", "" + place);
    assertThat(Outcome.of(tar, new byte[0]).exitCode()).isZero();
    return place.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  @Test
  void startsWithTheJavaThatItBrings() throws IOException {
    checkout.jdkTool("jlink", JLINK);
    Path release = unpack(checkout.run("package"));
    Path link = Files.createSymbolicLink(directory.resolve("winnow"), release.resolve("winnow"));

    ProcessBuilder start = new ProcessBuilder(link.toString(), "mine", "a b");
    start.environment().keySet().retainAll(List.of("PATH"));

    assertThat(Outcome.of(start, new byte[0]).stdout())
        .startsWith("packed Java\n")
        .contains(release + "/lib/cli/made.jar")
        .endsWith("dev.winnow.cli.Winnow\nmine\na b\n");
  }

  @Test
  void holdsWhatOneReadsAndDeploys() throws IOException {
    checkout.jdkTool("jlink", JLINK);
    Path release = unpack(checkout.run("package"));

    assertThat(release.getFileName().toString()).startsWith("winnow-1.2.3-");
    assertThat(release.resolve("LICENSE")).hasContent("terms");
    assertThat(release.resolve("docs/operating.md")).hasContent("how");
    assertThat(release.resolve("Containerfile")).hasContent("FROM somewhere");
  }

  @Test
  void saysThatAJdkCannotBePacked() {
    checkout.jdkTool("jlink", "#!/bin/sh\necho no modules here\nexit 1\n");

    Outcome outcome = checkout.run("package");

    assertThat(outcome.exitCode()).isEqualTo(70);
    assertThat(outcome.stderr()).contains("  no modules here\n").contains("WINNOW_JAVA may name");
  }

  @Test
  void takesNoArguments() {
    assertThat(checkout.run(Map.of(), "package", "all").stderr())
        .isEqualTo("winnow: package takes no arguments, but got: all\n");
  }

  @Test
  void saysWhereAReleaseMissesJava() throws IOException {
    checkout.jdkTool("jlink", JLINK);
    Path release = unpack(checkout.run("package"));
    ProcessBuilder start = new ProcessBuilder(release.resolve("winnow").toString());
    start.environment().put("WINNOW_JAVA", "/nowhere");

    assertThat(Outcome.of(start, new byte[0]))
        .isEqualTo(new Outcome(69, "", "winnow: there is no Java in /nowhere\n"));
  }
}
