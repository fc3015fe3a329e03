package dev.winnow.cli.server;

import dev.winnow.cli.console.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow token}: who may ask a server. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Make, list and revoke the tokens by which a server knows who asks.",
      "",
      "Whoever may write to the data directory needs no token for this, unless a server uses it:"
          + " then that server is asked, and lets administrators do it."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  winnow token create collector         a token with which records can be sent",
      "  winnow token create ci --role viewer --days 30",
      "  winnow token list",
      "  winnow token revoke 9f86d081884c7d65",
      "  WINNOW_TOKEN=wn_... winnow token list --url https://logs.example.org"
    })
public final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;

  private TokenCommand() {}

  /** The command with all that it can do. */
  public static CommandLine with(ServerProgram program) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new CreateTokenCommand(program))
        .addSubcommand(new ListTokensCommand(program))
        .addSubcommand(new RevokeTokenCommand(program));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
