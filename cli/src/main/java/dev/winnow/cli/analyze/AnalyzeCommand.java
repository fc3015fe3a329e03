package dev.winnow.cli.analyze;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.Progress;
import dev.winnow.cli.report.JsonReport;
import dev.winnow.cli.report.TextReport;
import dev.winnow.formats.input.Input;
import java.io.IOException;
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
      "Tell what is in a log: levels, templates, rare errors, stack traces.",
      "",
      "Plain text, JSON lines and logfmt are recognised line by line, so a log may be a mixture."
          + " Stack traces and other lines that belong together are joined to one record, and every"
          + " line is accounted for. What a log leaves out is assumed, and said: UTC for a missing"
          + " zone, INFO for a missing level."
    },
    footer = {
      "",
      "Examples:",
      "  winnow analyze app.log",
      "  winnow analyze /var/log/syslog /var/log/auth.log",
      "  winnow analyze --top 30 app.log.*.gz logs.zip",
      "  winnow analyze --json app.log | jq '.rarest_errors[].exemplar'"
    })
public final class AnalyzeCommand implements Runnable, IExitCodeGenerator {
  private final Console console;
  private int exitCode;
  private final Analysis analysis = new Analysis(Scope.EVERYTHING);

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show N templates, N errors and N stack traces (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be 1 or more, but is " + top);
    }
    Inputs inputs = common.inputs(console);
    inputs.forEach(this::read);
    if (!inputs.areNoneRead()) {
      print();
    }
    exitCode = inputs.areAllRead() ? ExitCode.OK : ExitCode.UNREADABLE;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void read(Input input, Progress progress) throws IOException {
    analysis.read(input, progress::updateNow);
  }

  private void print() {
    Findings findings = analysis.findings(console.interruption().isRequested());
    if (json) {
      console.out().line(new JsonReport(findings, top).text());
    } else {
      new TextReport(findings, top, console).print();
    }
  }
}
