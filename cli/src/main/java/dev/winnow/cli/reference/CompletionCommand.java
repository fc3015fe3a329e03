package dev.winnow.cli.reference;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Version;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    parameterListHeading = "%n",
    description = "Print a script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(winnow completion bash)      for this session; for all, put it into ~/.bashrc",
      "  source <(winnow completion zsh)       the same, in ~/.zshrc after compinit",
      "  winnow completion fish > ~/.config/fish/completions/winnow.fish"
    })
public final class CompletionCommand implements Runnable {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = ShellNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String name = "";

  /** The shells as users write them, which picocli cannot know of an enum. */
  static final class ShellNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Shell.values()).map(Shell::toString).iterator();
    }
  }

  public CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().text(shell().script(new VisibleCommand(spec.root())));
  }

  private Shell shell() {
    for (Shell shell : Shell.values()) {
      if (shell.toString().equals(name)) {
        return shell;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "'" + name + "' is none of " + String.join(", ", new ShellNames()));
  }
}
