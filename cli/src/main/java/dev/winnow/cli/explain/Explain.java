package dev.winnow.cli.explain;

import dev.winnow.cli.analysis.Analysis;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.Scope;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.Spool;
import java.io.IOException;

/** Explains one template of some logs, which are read twice. */
public final class Explain {
  private final Console console;
  private final CommonOptions common;
  private final Scope scope;

  public Explain(Console console, CommonOptions common, Scope scope) {
    this.console = console;
    this.common = common;
    this.scope = scope;
  }

  /**
   * Prints all about a template and returns the exit code.
   *
   * @param name its rank among the templates, its id, or how that begins
   */
  public int print(String name, boolean json) {
    if (!common.files().contains(Inputs.STANDARD_INPUT)) {
      return print(name, json, console, console.withoutMessages());
    }
    try (Spool spool = Spool.of(console.in())) {
      return print(
          name,
          json,
          console.withInput(spool.reading()),
          console.withInput(spool.reading()).withoutMessages());
    } catch (IOException failure) {
      console.say("standard input could not be kept to be read twice: " + failure.getMessage());
      return ExitCode.UNREADABLE;
    }
  }

  private int print(String name, boolean json, Console first, Console second) {
    Inputs inputs = common.inputs(first);
    Analysis analysis = new Analysis(scope);
    inputs.forEach((input, progress) -> analysis.read(input, progress::updateNow));
    if (inputs.areNoneRead()) {
      return ExitCode.UNREADABLE;
    }
    Findings findings = analysis.findings(console.interruption().isRequested());
    Explanation explanation;
    try {
      explanation = new Explanation(findings, TemplateChoice.of(findings, name));
    } catch (IllegalArgumentException wrong) {
      console.say("--explain: " + wrong.getMessage());
      return ExitCode.USAGE;
    }
    common.inputs(second).forEach(explanation::read);
    if (json) {
      console.out().line(new ExplanationJson(explanation).text());
    } else {
      new ExplanationText(explanation, console).print();
    }
    return inputs.areAllRead() ? ExitCode.OK : ExitCode.UNREADABLE;
  }
}
