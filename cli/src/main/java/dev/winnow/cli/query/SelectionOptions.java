package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.TimeOption;
import dev.winnow.cli.console.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that ask about records understand: which records are meant. */
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
final class SelectionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Records from this time on: 2026-11-21T10:00:00Z, '2026-11-21 10:00', 10:00, yesterday,"
              + " or 2h for two hours ago. In UTC unless the zone is named.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Records before this time.")
  private @Nullable String until;

  /** Adds what was selected to a question. */
  Question addTo(Question question) {
    services.forEach(service -> question.with("service", service));
    levels.forEach(level -> question.with("level", level));
    return question
        .with("start_time", time("--since", since))
        .with("end_time", time("--until", until));
  }

  /** A time as the API reads it; a wrong one is explained to the user. */
  private String time(String option, @Nullable String text) {
    try {
      return text == null ? "" : TimeOption.parse(text, Instant.now()).toString();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage());
    }
  }
}
