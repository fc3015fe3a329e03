package dev.winnow.cli.reference;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
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
      converter = ShellConverter.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  /** Picocli's own converter wants the names of the constants. */
  static final class ShellConverter implements ITypeConverter<Shell> {
    @Override
    public Shell convert(String name) {
      return Shell.of(name);
    }
  }

  public CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().text(shell.script(new VisibleCommand(spec.root())));
  }
}
