package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Version;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands that ask about records understand, whenever these happened. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING
    })
class SourceOptions {
  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "Records of this service; of any of them, if given more than once.")
  private List<String> services = List.of();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Records of this level: trace, debug, info, warn, error or fatal.")
  private List<String> levels = List.of();

  /** Adds what was selected to a question. */
  Question addTo(Question question) {
    services.forEach(service -> question.with("service", service));
    levels.forEach(level -> question.with("level", level));
    return question;
  }
}
