package dev.winnow.cli.reference;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow man}. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    description = "Print the manual page, for the program man.",
    footer = {
      "",
      "Examples:",
      "  winnow man | man -l -                 to read it",
      "  winnow man > ~/.local/share/man/man1/winnow.1"
    })
public final class ManualCommand implements Runnable {
  private final Console console;
  @Spec private CommandSpec spec;

  public ManualCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    VisibleCommand root = new VisibleCommand(spec.root());
    console.out().text(new ManualPage(root, EnvironmentVariables.meanings()).text());
  }
}
