package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.analyze.ScopeOptions;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.Spool;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow diff}. */
@Command(
    name = "diff",
    description = {
      "Tell what differs between two logs, or between two times of one.",
      "",
      "Name a base and a candidate; or a candidate of several files, and the files of the base"
          + " with --base; or one log and the TIME at which to --split it. The logs may be of"
          + " unequal size: a difference is named if it is no chance at the size that both have."
    },
    footer = {
      "",
      "Examples:",
      "  winnow diff before.log after.log",
      "  winnow diff --base monday.log.gz --base tuesday.log.gz wednesday.log.gz",
      "  winnow diff --split '2026-11-21 10:00' app.log",
      "  winnow diff --base-since 09:00 --base-until 10:00 --since 14:00 --until 15:00 app.log",
      "  winnow diff --markdown --fail-on new-error,latency main.log branch.log"
    })
public final class DiffCommand implements Runnable, IExitCodeGenerator {
  private final Console console;
  private int exitCode;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private ScopeOptions scopeOptions;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "A log of the base; may be given more than once. All others are the candidate.")
  private @Nullable List<String> baseFiles;

  @Option(
      names = "--split",
      paramLabel = "TIME",
      description =
          "Take what was written before this time for the base, and the rest for the"
              + " candidate.")
  private @Nullable String split;

  @Option(
      names = "--base-since",
      paramLabel = "TIME",
      description = "Look at records of the base from this time on, instead of --since.")
  private @Nullable String baseSince;

  @Option(
      names = "--base-until",
      paramLabel = "TIME",
      description = "Look at records of the base before this time, instead of --until.")
  private @Nullable String baseUntil;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show N differences of each kind (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(names = "--markdown", description = "Print Markdown, as for a comment on a change.")
  private boolean markdown;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description = {
        "End with exit code 3 if this is found: ${COMPLETION-CANDIDATES}; several with commas"
            + " between."
      })
  private @Nullable List<FailCondition> failOn;

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  @Override
  public void run() {
    if (top < 1) {
      throw wrong("--top must be 1 or more, but is " + top);
    }
    if (json && markdown) {
      throw wrong("--json and --markdown exclude each other");
    }
    Side base = new Side(baseNames(), baseScope());
    Side candidate = new Side(candidateNames(), candidateScope());
    if (base.readsStandardInput() && candidate.readsStandardInput()) {
      compareTimesOfStandardInput(base, candidate);
    } else {
      compare(console, base, candidate);
    }
  }

  /** One of both logs, as the user says it. */
  private record Side(List<String> names, Scope scope) {
    boolean readsStandardInput() {
      return names.contains(Inputs.STANDARD_INPUT);
    }
  }

  /** Whether the same files are read for both, and records told apart by their time. */
  private boolean hasOneLog() {
    return baseFiles == null && (split != null || baseSince != null || baseUntil != null);
  }

  private List<String> baseNames() {
    List<String> files = common.files();
    if (baseFiles != null || hasOneLog()) {
      return baseFiles == null ? files : baseFiles;
    }
    if (files.size() == 1) {
      throw wrong("one log alone has nothing to differ from: name two, or a --split TIME");
    }
    if (files.size() > 2) {
      throw wrong("more than two logs: say with --base which of them are the base");
    }
    return files.subList(0, 1);
  }

  private List<String> candidateNames() {
    List<String> files = common.files();
    return baseFiles != null || hasOneLog() ? files : files.subList(1, 2);
  }

  private Scope baseScope() {
    Scope scope = scopeOptions.scope();
    boolean isOwn = baseSince != null || baseUntil != null;
    if (isOwn && split != null) {
      throw wrong("--split leaves nothing for --base-since and --base-until to say");
    }
    long since = isOwn ? Long.MIN_VALUE : scope.since();
    long until = isOwn ? Long.MAX_VALUE : scope.until();
    return new Scope(
        scope.layouts(),
        scopeOptions.time(baseSince, "--base-since", since),
        Math.min(
            scopeOptions.time(baseUntil, "--base-until", until),
            scopeOptions.time(split, "--split", Long.MAX_VALUE)),
        scope.where());
  }

  private Scope candidateScope() {
    Scope scope = scopeOptions.scope();
    long since = Math.max(scope.since(), scopeOptions.time(split, "--split", Long.MIN_VALUE));
    return new Scope(scope.layouts(), since, scope.until(), scope.where());
  }

  private void compareTimesOfStandardInput(Side base, Side candidate) {
    if (!hasOneLog()) {
      throw wrong("standard input cannot be both the base and the candidate");
    }
    try (Spool spool = Spool.of(console.in())) {
      Findings ofBase = findings(console.withInput(spool.reading()), base);
      Findings ofCandidate = findings(console.withInput(spool.reading()), candidate);
      show(ofBase, ofCandidate);
    } catch (IOException failure) {
      console.say("standard input could not be kept to be read twice: " + failure.getMessage());
      exitCode = ExitCode.UNREADABLE;
    }
  }

  private void compare(Console from, Side base, Side candidate) {
    show(findings(from, base), findings(from, candidate));
  }

  private @Nullable Findings findings(Console from, Side side) {
    Inputs inputs = common.inputs(from, side.names);
    Analysis analysis = new Analysis(side.scope);
    inputs.forEach((input, progress) -> analysis.read(input, progress::updateNow));
    Findings findings = analysis.findings(console.interruption().isRequested());
    if (!inputs.areAllRead()) {
      exitCode = ExitCode.UNREADABLE;
    }
    return inputs.areNoneRead() ? null : findings;
  }

  private void show(@Nullable Findings base, @Nullable Findings candidate) {
    if (base == null || candidate == null) {
      exitCode = ExitCode.UNREADABLE;
      return;
    }
    if (base.records() == 0 || candidate.records() == 0) {
      console.say(
          "nothing to compare: the "
              + (base.records() == 0 ? "base" : "candidate")
              + " has no records that are looked at");
      exitCode = failOn == null ? exitCode : ExitCode.UNREADABLE;
      return;
    }
    Differences differences = Comparing.of(base, candidate);
    print(differences);
    boolean fails =
        failOn != null && failOn.stream().anyMatch(condition -> condition.holds(differences));
    if (fails && exitCode == ExitCode.OK) {
      exitCode = ExitCode.FOUND;
    }
  }

  private void print(Differences differences) {
    if (json) {
      console.out().line(new DiffJson(differences, top).text());
    } else if (markdown) {
      console.out().text(new DiffMarkdown(differences, top).text());
    } else {
      new DiffText(differences, top, console).print();
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
