package dev.winnow.cli.query;

import dev.winnow.cli.console.TimeOption;
import dev.winnow.cli.query.ServerClient.Question;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which records a server is asked about. */
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
