package dev.winnow.cli.console;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that read logs understand. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREADABLE_MEANING,
      ExitCode.FOUND_MEANING,
      ExitCode.INTERNAL_MEANING,
      ExitCode.INTERRUPTED_MEANING,
      ExitCode.TERMINATED_MEANING
    })
public final class CommonOptions {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Logs to read, one after the other; - is standard input. They may be compressed (gzip,"
              + " bzip2, xz, zstd, lz4) or lie in archives (zip, tar), and be in UTF-16.")
  private List<String> files = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress. There is none either if standard error is no terminal.")
  private boolean quiet;

  /** The inputs that the user named. */
  public Inputs inputs(Console console) {
    return inputs(console, files);
  }

  /** Inputs of other names, read in the same way. */
  public Inputs inputs(Console console, List<String> names) {
    return new Inputs(console, names, quiet);
  }

  /** What the user named, in its order. */
  public List<String> files() {
    return files;
  }
}
