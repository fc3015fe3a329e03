package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow token list}. */
@Command(
    name = "list",
    description = {"List the tokens of a tenant, the newest first, without their secrets."})
final class ListTokensCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;
  @Mixin private ServerChoice server;
  @Mixin private TenantOption tenant;

  ListTokensCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode = program.listTokens(options, server, tenant.id());
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
