package dev.winnow.cli;

import dev.winnow.cli.analyze.AnalyzeCommand;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Version;
import dev.winnow.cli.diff.DiffCommand;
import dev.winnow.cli.generate.GenerateCommand;
import dev.winnow.cli.mine.MineCommand;
import dev.winnow.cli.query.DeleteCommand;
import dev.winnow.cli.query.ExportCommand;
import dev.winnow.cli.query.QueryCommand;
import dev.winnow.cli.query.TailCommand;
import dev.winnow.cli.query.TemplatesCommand;
import dev.winnow.cli.quota.QuotaCommand;
import dev.winnow.cli.reference.CompletionCommand;
import dev.winnow.cli.reference.ManualCommand;
import dev.winnow.cli.server.AbsentServer;
import dev.winnow.cli.server.BackupCommand;
import dev.winnow.cli.server.ConfigCommand;
import dev.winnow.cli.server.DemoCommand;
import dev.winnow.cli.server.RestoreCommand;
import dev.winnow.cli.server.ServeCommand;
import dev.winnow.cli.server.ServerProgram;
import dev.winnow.cli.server.ServiceCommand;
import dev.winnow.cli.server.TokenCommand;
import dev.winnow.cli.transfer.ImportCommand;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code winnow} command; each thing it can do is a subcommand. */
@Command(
    name = "winnow",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "COMMAND",
    description = "The intelligence layer for logs and LLM traces.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  winnow analyze app.log                what is in a log, and what is odd",
      "  kubectl logs POD | winnow analyze -   the same of what another program prints",
      "  winnow mine app.log                   its templates, with counts",
      "",
      "winnow COMMAND --help tells more. Where NO_COLOR is set there are no colours."
    })
public final class Winnow implements Runnable {
  @Spec private CommandSpec spec;

  private Winnow() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    main(AbsentServer::new, arguments);
  }

  /** Does the same with a server behind the commands that need one. */
  public static void main(Function<Console, ServerProgram> server, String... arguments) {
    Console console = Console.ofProcess();
    console.interruption().listen();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> end(console, report(console, fault)));
    end(console, run(console, server.apply(console), arguments));
  }

  private static void end(Console console, int exitCode) {
    console.interruption().finish();
    System.exit(exitCode);
  }

  /** Runs the command and returns its exit code. */
  static int run(Console console, String... arguments) {
    return run(console, new AbsentServer(console), arguments);
  }

  private static int run(Console console, ServerProgram server, String... arguments) {
    StringWriter help = new StringWriter();
    CommandLine winnow =
        new CommandLine(new Winnow())
            .addSubcommand(new AnalyzeCommand(console))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(new MineCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new QueryCommand(console))
            .addSubcommand(new TailCommand(console))
            .addSubcommand(new TemplatesCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new DeleteCommand(console))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new ServeCommand(server))
            .addSubcommand(new DemoCommand(server))
            .addSubcommand(new ConfigCommand(server))
            .addSubcommand(new ServiceCommand(server))
            .addSubcommand(TokenCommand.with(server))
            .addSubcommand(QuotaCommand.with(console))
            .addSubcommand(new BackupCommand(server))
            .addSubcommand(new RestoreCommand(server))
            .addSubcommand(new CompletionCommand(console))
            .addSubcommand(new ManualCommand(console))
            .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
            .setOut(new PrintWriter(help))
            .setParameterExceptionHandler((wrong, given) -> explain(console, wrong))
            .setExecutionExceptionHandler((fault, command, parsed) -> report(console, fault));
    int exitCode = winnow.execute(arguments);
    console.out().text(help.toString());
    console.out().flush();
    String fault = console.out().fault();
    if (!fault.isEmpty()) {
      console.say("the output could not be written: " + fault);
      return ExitCode.UNREADABLE;
    }
    return exitCode;
  }

  private static int explain(Console console, ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      message = "'" + unmatched.getUnmatched().get(0) + "' is not understood";
      List<String> similar = unmatched.getSuggestions();
      message += similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?";
    }
    // Only what picocli says is corrected, not the value that it quotes.
    String sentence =
        (Character.toLowerCase(message.charAt(0)) + message.substring(1))
            .replaceFirst("^([^']*)option option", "$1option")
            .replaceFirst("is not an int$", "is not a whole number");
    sentence.lines().forEach(console::say);
    console.say("see " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int report(Console console, Throwable fault) {
    return fault instanceof WinnowException failure
        ? report(console, failure)
        : reportFault(console, fault);
  }

  private static int report(Console console, WinnowException failure) {
    String.valueOf(failure.getMessage()).lines().forEach(console::say);
    console.say(failure.code().remedy());
    return failure.code() == ErrorCode.INVALID_CONFIGURATION
        ? ExitCode.MISCONFIGURED
        : ExitCode.UNAVAILABLE;
  }

  /** Nobody but a developer of Winnow can do anything about a fault, so nobody else sees where. */
  private static int reportFault(Console console, Throwable fault) {
    console.say("a fault of Winnow itself, please report it: " + fault);
    if (System.getenv("WINNOW_DEBUG") == null) {
      console.say("with WINNOW_DEBUG=1 in the environment it says where");
    } else {
      for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
        console.say(cause.toString());
        for (StackTraceElement frame : cause.getStackTrace()) {
          console.say("  at " + frame);
        }
      }
    }
    return ExitCode.INTERNAL;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
