package dev.winnow.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@SuppressWarnings("UnusedVariable") // Picocli uses the fields.
final class CompletionTest {
  private static final String OPTIONS = "--colour --into --depth --help --version";

  @TempDir private Path directory;
  private VisibleCommand tool = Tool.visible();

  /** A command within which there are others. */
  @Command(name = "box", description = "Keep.", subcommands = Open.class)
  private static final class Box {}

  @Command(name = "open", description = "Open it.")
  private static final class Open {
    @Option(names = "--how", paramLabel = "HOW", description = "How.")
    private Tool.Colour how = Tool.Colour.red;
  }

  private void useNestedCommands() {
    CommandLine nested = new CommandLine(tool.spec()).addSubcommand(new Box());
    tool = new VisibleCommand(nested.getCommandSpec());
  }

  @Test
  void bashAcceptsTheScript() throws IOException, InterruptedException {
    assertThat(bash("bash -n tool.bash && complete -p tool"))
        .isEqualTo("complete -o default -F _tool tool\n");
  }

  @Test
  void bashCompletesCommandsThenOptionsThenWhatTheyTake() throws IOException, InterruptedException {
    assertThat(completions("tool", "")).isEqualTo("cut paste");
    assertThat(completions("tool", "c")).isEqualTo("cut");
    assertThat(completions("tool", "secret", "-")).isEqualTo("--help --version");
    assertThat(completions("tool", "-")).isEqualTo("--help --version");
    assertThat(completions("tool", "cut", "-")).isEqualTo(OPTIONS);
    assertThat(completions("tool", "cut", "--co")).isEqualTo("--colour");
    assertThat(completions("tool", "cut", "--colour", "")).isEqualTo("red blue");
    assertThat(completions("tool", "cut", "-c", "b")).isEqualTo("blue");
    assertThat(completions("tool", "cut", "--colour", "=")).isEqualTo("red blue");
    assertThat(completions("tool", "cut", "--colour", "=", "r")).isEqualTo("red");
    assertThat(completions("tool", "cut", "--depth", "")).isEmpty();
    assertThat(completions("tool", "paste", "")).isEqualTo("red blue");
  }

  /** Bash completes names of files where nothing is offered, unless it is told not to. */
  @Test
  void bashCompletesFilesOnlyWhereOneIsTaken() throws IOException, InterruptedException {
    assertThat(bash(completion("tool", "cut", "no"))).isEqualTo("\n");
    assertThat(bash(completion("tool", "cut", "--into", "no"))).isEqualTo("\n");
    assertThat(bash(completion("tool", "cut", "--depth", "no"))).isEqualTo("+o default\n\n");
    assertThat(bash(completion("tool", "paste", "no"))).isEqualTo("+o default\n\n");
    assertThat(bash(completion("tool", "no"))).isEqualTo("+o default\n\n");
  }

  @Test
  void zshAndFishAreToldTheSame() {
    assertThat(Shell.ZSH.script(Tool.visible()))
        .contains(
            "    'cut:Cut [a: b] into '\\''c'\\'''\n",
            "'(-c --colour)-c+[One of red, blue]:COLOUR:(red blue)'",
            "'(-c --colour)--colour=[One of red, blue]:COLOUR:(red blue)'",
            "'--into=[Where to]:FILE:_files'",
            "'*:FILE:_files' ;;",
            "':COLOUR:(red blue)' ;;")
        .doesNotContain("secret");
    assertThat(Shell.FISH.script(Tool.visible()))
        .startsWith("complete -c tool -f\n")
        .contains(
            " -n __fish_use_subcommand -a cut -d 'Cut [a: b] into \\'c\\''\n",
            " -n '__fish_seen_subcommand_from cut' -s c -l colour -x -a 'red blue' -d 'One of red,"
                + " blue'\n",
            " -n '__fish_seen_subcommand_from cut' -l into -r -F -d 'Where to'\n",
            " -n '__fish_seen_subcommand_from cut' -F -d 'What: grüße'\n",
            " -n '__fish_seen_subcommand_from paste' -a 'red blue' -d 'Its colour'\n")
        .doesNotContain("secret");
  }

  @Test
  void bashCompletesCommandsWithinCommands() throws IOException, InterruptedException {
    useNestedCommands();

    assertThat(completions("tool", "")).isEqualTo("cut paste box");
    assertThat(completions("tool", "box", "")).isEqualTo("open");
    assertThat(completions("tool", "box", "open", "-")).isEqualTo("--how");
    assertThat(completions("tool", "box", "open", "--how", "r")).isEqualTo("red");
    assertThat(completions("tool", "open", "-")).isEqualTo("--help --version");
  }

  @Test
  void zshAndFishCompleteCommandsWithinCommands() {
    useNestedCommands();

    assertThat(Shell.ZSH.script(tool))
        .contains(
            "        box) _tool_box ;;\n",
            "\n_tool_box() {\n",
            "    'open:Open it'\n",
            "        open) _arguments -s \\\n            '--how=[How]:HOW:(red blue)' ;;\n");
    assertThat(Shell.FISH.script(tool))
        .contains(
            " -n '__fish_seen_subcommand_from box; and not __fish_seen_subcommand_from open'"
                + " -a open -d 'Open it'\n",
            " -n '__fish_seen_subcommand_from box; and __fish_seen_subcommand_from open'"
                + " -l how -x -a 'red blue' -d 'How'\n");
  }

  /** What bash offers for the last word. */
  private String completions(String... words) throws IOException, InterruptedException {
    return bash(completion(words)).lines().reduce("", (first, last) -> last);
  }

  /** Asks as bash does; the request that it only takes while completing is printed instead. */
  private static String completion(String... words) {
    return "compopt() { echo \"$@\"; }; COMP_WORDS=('"
        + String.join("' '", words)
        + "'); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tool; echo \"${COMPREPLY[*]}\"";
  }

  /** The output of a command in a bash that has read the script. */
  private String bash(String command) throws IOException, InterruptedException {
    Path script = directory.resolve("tool.bash");
    Files.writeString(script, Shell.BASH.script(tool));
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", "source ./tool.bash; " + command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output;
  }
}
