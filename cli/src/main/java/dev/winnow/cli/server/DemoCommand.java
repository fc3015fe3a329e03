package dev.winnow.cli.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow demo}. */
@Command(
    name = "demo",
    description = {
      "Show a server at work on the records of an invented shop.",
      "",
      "Starts a server that makes records itself: two hours of history in which something went"
          + " wrong, then a hundred records a second, with something going wrong now and then."
          + " Without --data everything is kept in a directory that is removed at the end, at"
          + " Ctrl-C."
    },
    footer = {
      "",
      "Examples:",
      "  winnow demo",
      "  winnow demo --set generator.rate_per_second=1000",
      "  winnow demo --data shop-data          keeps what it makes, and goes on with it next time"
    })
public final class DemoCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;

  public DemoCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.demonstrate(options);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
