package dev.winnow.cli.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow restore}. */
@Command(
    name = "restore",
    description = {
      "Make a data directory of a backup.",
      "",
      "The directory must be empty, or not be there. It becomes one with data only when all of the"
          + " backup has come and is whole; no other file is changed."
    },
    footer = {
      "",
      "Examples:",
      "  winnow restore winnow.tar --data /var/lib/winnow",
      "  zstd -d < winnow.tar.zst | winnow restore - --data restored"
    })
public final class RestoreCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;
  @Mixin private Transfer transfer;

  public RestoreCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.restore(options, transfer);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
