package dev.winnow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code winnow} command; each thing it can do is a subcommand. */
@Command(
    name = "winnow",
    mixinStandardHelpOptions = true,
    versionProvider = Winnow.Version.class,
    description = "The intelligence layer for logs and LLM traces.")
public final class Winnow implements Runnable {
  @Spec private CommandSpec spec;

  private Winnow() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Winnow()).execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version of the jar that this class came in. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"winnow " + Winnow.class.getPackage().getImplementationVersion()};
    }
  }
}
