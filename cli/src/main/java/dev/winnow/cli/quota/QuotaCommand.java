package dev.winnow.cli.quota;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow quota}: how much of a day a server keeps. */
@Command(
    name = "quota",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Set and show how much of a day a server keeps of a tenant or a service.",
      "",
      "What comes beyond is counted, and not kept, until the next day of UTC begins. Errors,"
          + " exceptions and what has a severity that is not understood are always kept."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  winnow quota set checkout --records 5000000",
      "  winnow quota set --bytes 20000000000  of all services together",
      "  winnow quota usage                    how much is used today",
      "  winnow quota remove checkout"
    })
public final class QuotaCommand implements Runnable {
  @Spec private CommandSpec spec;

  private QuotaCommand() {}

  /** The command with all that it can do. */
  public static CommandLine with(Console console) {
    return new CommandLine(new QuotaCommand())
        .addSubcommand(new SetQuotaCommand(console))
        .addSubcommand(new ListQuotasCommand(console))
        .addSubcommand(new QuotaUsageCommand(console))
        .addSubcommand(new RemoveQuotaCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
