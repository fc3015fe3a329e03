package dev.winnow.cli.analyze;

import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.TimeOption;
import dev.winnow.core.predicate.InvalidPredicateTextException;
import dev.winnow.core.predicate.PredicateText;
import dev.winnow.formats.layout.Layouts;
import dev.winnow.kernel.predicate.Predicate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which records are looked at, as a user says it. */
public final class ScopeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = {
        "Look at records from this time on: 2026-11-21T10:00:00Z, '2026-11-21 10:00', 10:00,"
            + " yesterday, or 2h for two hours ago. In UTC unless the zone is named."
      })
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Look at records before this time.")
  private @Nullable String until;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = {
        "Look at records that fulfil a condition, such as 'level >= warn and service = checkout'"
            + " or 'message contains \"timeout\"'."
      })
  private @Nullable String where;

  @Option(
      names = "--format",
      paramLabel = "ID",
      description = {
        "Read all lines by this layout, instead of recognising each; --explain-format tells the"
            + " ids."
      })
  private @Nullable String format;

  /** The scope; a wrong one is explained to the user. */
  public Scope scope() {
    long from = time(since, "--since", Long.MIN_VALUE);
    long to = time(until, "--until", Long.MAX_VALUE);
    if (from >= to) {
      throw wrong("--since " + since + " is not before --until " + until);
    }
    return new Scope(layouts(), from, to, where());
  }

  /** The layouts that lines may have. */
  Layouts layouts() {
    if (format == null) {
      return Layouts.known();
    }
    Layouts only = Layouts.known().only(format);
    if (only == null) {
      throw wrong(
          "--format: no layout is called "
              + format
              + "; there are "
              + String.join(", ", Layouts.known().ids()));
    }
    return only;
  }

  /** A time in nanoseconds since 1970; a wrong one is explained to the user. */
  public long time(@Nullable String text, String option, long absent) {
    try {
      return text == null ? absent : TimeOption.nanos(TimeOption.parse(text, Instant.now()));
    } catch (IllegalArgumentException wrong) {
      throw wrong(option + ": " + wrong.getMessage());
    }
  }

  private @Nullable Predicate where() {
    try {
      return where == null ? null : PredicateText.parse(where);
    } catch (InvalidPredicateTextException wrong) {
      throw wrong("--where: " + wrong.problem() + "\n" + wrong.excerpt());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
