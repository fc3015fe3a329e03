package dev.winnow.cli.analyze;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.explain.Explain;
import dev.winnow.cli.report.JsonReport;
import dev.winnow.cli.report.TextReport;
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

  @Option(names = "--json-schema", help = true, description = "Print the JSON Schema of --json.")
  private boolean jsonSchema;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      converter = FailCondition.Reader.class,
      completionCandidates = FailCondition.Words.class,
      description = {
        "End with exit code 3 if this is found: ${COMPLETION-CANDIDATES}; several with commas"
            + " between."
      })
  private @Nullable List<FailCondition> failOn;

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

  public AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be 1 or more, but is " + top);
    }
    if (jsonSchema) {
      console.out().text(JsonReport.schema());
      return;
    }
    Scope scope = scopeOptions.scope();
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
    print(findings);
    if (failOn != null && failOn.stream().anyMatch(condition -> condition.holds(findings))) {
      exitCode = ExitCode.FOUND;
    }
  }

  private void print(Findings findings) {
    if (json) {
      console.out().line(new JsonReport(findings, top).text());
    } else {
      new TextReport(findings, top, console).print();
    }
  }
}
