package dev.winnow.cli.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow config}. */
@Command(
    name = "config",
    description = {
      "Print the configuration of the server, and where each value is from.",
      "",
      "A value on the command line is taken before one in the environment, that before one in the"
          + " file, and that before the default. Secrets are not shown.",
      "",
      "In the environment a key has the prefix WINNOW_ and is written in capitals with underscores:"
          + " server.port is WINNOW_SERVER_PORT there."
    },
    footer = {
      "",
      "Examples:",
      "  winnow config                         what 'winnow serve' would run with",
      "  winnow config --reference             every key, its default and what it is for",
      "  WINNOW_SERVER_PORT=9000 winnow config --config winnow.yaml"
    })
public final class ConfigCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;

  @Option(names = "--reference", description = "Print what each key is for, as Markdown.")
  private boolean reference;

  public ConfigCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = reference ? program.printReference() : program.printConfiguration(options);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
