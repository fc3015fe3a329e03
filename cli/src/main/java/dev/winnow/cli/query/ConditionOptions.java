package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.core.predicate.InvalidPredicateTextException;
import dev.winnow.core.predicate.PredicateText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands understand that print records: what these must say. */
final class ConditionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PREDICATE",
      arity = "0..1",
      description =
          "A condition, such as 'level >= warn and service = checkout' or 'message contains"
              + " \"timeout\"'.")
  private @Nullable String predicate;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Records whose body contains this text, in upper or lower case.")
  private @Nullable String search;

  /** A wrong condition is shown with its place, before anybody is asked. */
  void check() {
    if (predicate != null) {
      demandValid(spec, predicate);
    }
  }

  /** Explains a wrong condition to the user of a command. */
  static void demandValid(CommandSpec spec, String predicate) {
    try {
      PredicateText.parse(predicate);
    } catch (InvalidPredicateTextException wrong) {
      throw new ParameterException(
          spec.commandLine(), "predicate: " + wrong.problem() + "\n" + wrong.excerpt());
    }
  }

  /** Adds what was said to a question. */
  Question addTo(Question question) {
    return question
        .with("query", predicate == null ? "" : predicate)
        .with("search", search == null ? "" : search);
  }
}
