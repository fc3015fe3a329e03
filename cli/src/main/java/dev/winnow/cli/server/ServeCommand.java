package dev.winnow.cli.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow serve}. */
@Command(
    name = "serve",
    description = {
      "Take records in, keep them, and answer questions about them.",
      "",
      "Serves the API and its documentation on port 8005, and takes records in there, by OTLP over"
          + " gRPC on port 4317 and by OTLP over HTTP on port 4318. Everything is kept in one"
          + " directory, which only one server uses at a time. It ends cleanly at Ctrl-C or SIGTERM."
    },
    footer = {
      "",
      "Examples:",
      "  winnow serve                          on this machine only, with ./winnow-data",
      "  winnow serve --host 0.0.0.0           for other machines too; then they need a token",
      "  winnow serve --set receivers.otlp.grpc.enabled=false"
    })
public final class ServeCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;

  public ServeCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.serve(options);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
