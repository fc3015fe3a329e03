package dev.winnow.cli.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow service}. */
@Command(
    name = "service",
    description = {
      "Print a unit with which systemd runs the server.",
      "",
      "It runs this program as this user, on the data directory and with the configuration that"
          + " are given, and is kept from everything else."
    },
    footer = {
      "",
      "Examples:",
      "  winnow service --data /var/lib/winnow | sudo tee /etc/systemd/system/winnow.service",
      "  sudo systemctl enable --now winnow"
    })
public final class ServiceCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;

  public ServiceCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.printService(options);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
