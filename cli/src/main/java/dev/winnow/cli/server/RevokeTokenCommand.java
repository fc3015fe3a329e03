package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow token revoke}. */
@Command(
    name = "revoke",
    description = {"Revoke a token: from now on it is not accepted."})
final class RevokeTokenCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;
  @Mixin private ServerChoice server;
  @Mixin private TenantOption tenant;

  @Parameters(
      paramLabel = "TOKEN",
      description = "The id of the token, as 'winnow token list' has it.")
  private String id = "";

  RevokeTokenCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.revokeToken(options, server, tenant.id(), id);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
