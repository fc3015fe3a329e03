package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow token create}. */
@Command(
    name = "create",
    description = {
      "Make a token and print its secret, which is not shown again.",
      "",
      "A tenant that does not exist is made with its first token."
    })
final class CreateTokenCommand implements Runnable, IExitCodeGenerator {
  private final ServerProgram program;
  private int exitCode;
  @Mixin private ServerOptions options;
  @Mixin private ServerChoice server;
  @Mixin private TenantOption tenant;

  @Parameters(paramLabel = "NAME", description = "What it is for, such as the sender that gets it.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "editor",
      description =
          "What its holder may do: viewer reads; editor also sends records and saves views; admin"
              + " does everything. ${DEFAULT-VALUE} if not given.")
  private String role = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Do not accept it after so many days. Without this it does not expire.")
  private @Nullable Integer days;

  CreateTokenCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    exitCode =
        program.createToken(
            options,
            server,
            new NewToken(tenant.id(), name, role, Optional.ofNullable(days).map(Duration::ofDays)));
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
