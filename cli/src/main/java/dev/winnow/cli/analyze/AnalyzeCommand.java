package dev.winnow.cli.analyze;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.ResultFile;
import dev.winnow.cli.explain.Explain;
import dev.winnow.cli.follow.Follow;
import dev.winnow.cli.report.HtmlReport;
import dev.winnow.cli.report.JsonReport;
import dev.winnow.cli.report.MarkdownReport;
import dev.winnow.cli.report.TextReport;
import dev.winnow.kernel.WinnowException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow analyze}. */
@Command(
    name = "analyze",
    description = {
      "Tell what is in a log: what is wrong, what changed, what it is made of.",
      "",
      "Formats are recognised line by line, so a log may be a mixture; compressed files and"
          + " archives are read as they are. Stack traces and other lines that belong together are"
          + " joined to one record, and every line is accounted for. What a log leaves out is"
          + " assumed, and said: UTC for a missing zone, INFO for a missing level."
    },
    footer = {
      "",
      "Examples:",
      "  winnow analyze app.log",
      "  winnow analyze /var/log/syslog*",
      "  winnow analyze --since 10:00 --where 'level >= error' app.log",
      "  winnow analyze --follow app.log",
      "  winnow analyze --html report.html app.log.gz",
      "  winnow analyze --json app.log | jq '.rarest_errors[].exemplar'"
    })
public final class AnalyzeCommand implements Runnable, IExitCodeGenerator {
  private final Console console;
  private int exitCode;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private ScopeOptions scopeOptions;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = {
        "Show N templates, and half as many of everything else (default: ${DEFAULT-VALUE})."
      })
  private int top;

  @Option(names = "--json", description = "Print one JSON object, with N of everything.")
  private boolean json;

  @Option(names = "--markdown", description = "Print Markdown, for a comment or an issue.")
  private boolean markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page that needs nothing else, to look at and to send to others.")
  private @Nullable Path html;

  @Option(names = "--json-schema", help = true, description = "Print the JSON Schema of --json.")
  private boolean jsonSchema;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      completionCandidates = FailCondition.Words.class,
      description = {
        "End with exit code 3 if this is found: ${COMPLETION-CANDIDATES}; several with commas"
            + " between."
      })
  private List<String> failOn = List.of();

  @Option(
      names = {"-f", "--follow"},
      description = {
        "Read on while the logs are written, also when they are truncated or rotated. A terminal"
            + " shows a live summary, elsewhere each new template or error is told in a line (with"
            + " --json in an object); the report comes when Ctrl-C or --fail-on ends it. Plain text"
            + " only."
      })
  private boolean follow;

  @Option(
      names = "--explain-format",
      description = "Only tell which layouts the lines could have, which were taken, and why.")
  private boolean explainFormat;

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description =
          "Only tell about one template: its variables, their values, and examples. ID is its rank"
              + " in the list, or its id, of which the first digits will do.")
  private @Nullable String explain;

  private List<FailCondition> conditions = List.of();

  public AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    check();
    if (jsonSchema) {
      console.out().text(JsonReport.schema());
      return;
    }
    Scope scope = scopeOptions.scope();
    if (follow) {
      follow(scope);
      return;
    }
    if (explain != null) {
      exitCode = new Explain(console, common, scope).print(explain, json);
      return;
    }
    Inputs inputs = common.inputs(console);
    if (explainFormat) {
      FormatExplanation explanation = new FormatExplanation(console);
      inputs.forEach((input, progress) -> explanation.print(input, scope.layouts()));
    } else {
      analyze(inputs, scope);
    }
    if (!inputs.areAllRead()) {
      exitCode = ExitCode.UNREADABLE;
    }
  }

  private void check() {
    if (json && markdown) {
      throw wrong("--json and --markdown exclude each other");
    }
    if (top < 1) {
      throw wrong("--top must be 1 or more, but is " + top);
    }
    try {
      conditions = failOn.stream().map(FailCondition::of).toList();
    } catch (IllegalArgumentException unknown) {
      throw wrong("--fail-on: " + unknown.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void analyze(Inputs inputs, Scope scope) {
    Analysis analysis = new Analysis(scope);
    inputs.forEach((input, progress) -> analysis.read(input, progress::updateNow));
    if (inputs.areNoneRead()) {
      return;
    }
    Findings findings = analysis.findings(console.interruption().isRequested());
    print(findings, console);
    if (exitCode == ExitCode.OK
        && conditions.stream().anyMatch(condition -> condition.holds(findings))) {
      exitCode = ExitCode.FOUND;
    }
  }

  private void follow(Scope scope) {
    for (FailCondition condition : conditions) {
      if (!condition.isKnownAtOnce()) {
        throw wrong(
            "--fail-on "
                + condition
                + " is known at the end of a log only; --follow can wait for"
                + " error and secret");
      }
    }
    if (explainFormat || explain != null) {
      throw wrong("--follow excludes --explain and --explain-format");
    }
    Follow following =
        new Follow(
            console,
            scope,
            common.files(),
            json,
            analysis -> conditions.stream().anyMatch(condition -> condition.holds(analysis)));
    Findings findings = following.run();
    if (following.areAllRead() || findings.ledger().linesRead() > 0) {
      print(findings, console.resized());
    }
    exitCode =
        following.isFound()
            ? ExitCode.FOUND
            : following.areAllRead() ? ExitCode.OK : ExitCode.UNREADABLE;
  }

  private void print(Findings findings, Console page) {
    if (json) {
      page.out().line(new JsonReport(findings, top).text());
    } else if (markdown) {
      page.out().text(new MarkdownReport(findings, top).text());
    } else {
      new TextReport(findings, top, page).print();
    }
    if (html != null) {
      write(html, new HtmlReport(findings, top).text());
    }
  }

  private void write(Path file, String page) {
    try {
      new ResultFile(file).write(page);
      console.say("the page is in " + file);
    } catch (WinnowException failure) {
      console.say(String.valueOf(failure.getMessage()));
      exitCode = ExitCode.UNREADABLE;
    }
  }
}
