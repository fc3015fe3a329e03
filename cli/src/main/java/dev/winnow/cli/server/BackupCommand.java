package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow backup}. */
@Command(
    name = "backup",
    description = {
      "Write all data to one file: records, counts, templates, tokens, settings.",
      "",
      "Everything stored before this begins is in it. A server that uses the data directory goes on"
          + " meanwhile; it lets administrators of the default tenant do this. What was there is"
          + " replaced when all has come. The file holds all records, and hashes of the tokens:"
          + " only its owner may read it."
    },
    footer = {
      "",
      "Examples:",
      "  winnow backup winnow.tar --data /var/lib/winnow",
      "  winnow backup - | zstd > winnow.tar.zst",
      "  WINNOW_TOKEN=wn_... winnow backup winnow.tar --url https://logs.example.org"
    })
public final class BackupCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;
  @Mixin private ServerChoice server;
  @Mixin private Transfer transfer;

  public BackupCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.backup(options, server, transfer);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
