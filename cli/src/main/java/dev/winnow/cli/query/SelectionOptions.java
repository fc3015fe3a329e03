package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.console.TimeOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands understand that ask about records of some time: which records are meant. */
final class SelectionOptions extends SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Records from this time on: 2026-11-21T10:00:00Z, '2026-11-21 10:00', 10:00, yesterday,"
              + " or 2h for two hours ago. In UTC unless the zone is named.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Records before this time.")
  private @Nullable String until;

  @Override
  Question addTo(Question question) {
    return super.addTo(question)
        .with("start_time", since == null ? "" : time(spec, "--since", since))
        .with("end_time", until == null ? "" : time(spec, "--until", until));
  }

  /** A time as the API reads it; a wrong one is explained to the user. */
  static String time(CommandSpec spec, String option, String text) {
    try {
      return TimeOption.parse(text, Instant.now()).toString();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage());
    }
  }
}
