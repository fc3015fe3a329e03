package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
  @Spec private CommandSpec spec;
  @Mixin private ServerOptions options;
  @Mixin private ServerChoice server;
  @Mixin private TenantOption tenant;

  @Parameters(paramLabel = "NAME", description = "What it is for, such as the sender that gets it.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "editor",
      completionCandidates = Roles.class,
      description =
          "What its holder may do: viewer reads; editor also sends records and saves views; admin"
              + " does everything. ${DEFAULT-VALUE} if not given.")
  private String role = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Do not accept it after so many days. Without this it does not expire.")
  private @Nullable Integer days;

  /** What holders of tokens may be. */
  static final class Roles implements Iterable<String> {
    private static final List<String> NAMES = List.of("viewer", "editor", "admin");

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  CreateTokenCommand(ServerProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (!Roles.NAMES.contains(role)) {
      throw new ParameterException(
          spec.commandLine(),
          "--role: '" + role + "' is none of " + String.join(", ", Roles.NAMES));
    }
    if (days != null && days < 1) {
      throw new ParameterException(spec.commandLine(), "--days: " + days + " is less than 1");
    }
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
