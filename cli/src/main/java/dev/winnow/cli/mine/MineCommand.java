package dev.winnow.cli.mine;

import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.Progress;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.kernel.form.FormScanner;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow mine}. */
@Command(
    name = "mine",
    description = {
      "Show what a log says again and again: its templates, with counts.",
      "",
      "Reads records as 'winnow analyze' does: timestamps, levels and the like in front of the"
          + " message are left out, and the lines of a stack trace are one record. Prints count,"
          + " share and template, the most frequent first; <*> stands for what changes."
    },
    footer = {
      "",
      "Examples:",
      "  winnow mine app.log                   the templates of a log",
      "  winnow mine --typed --top 20 *.log    the 20 most frequent, with types such as <ip>,"
          + " <num>",
      "  journalctl -o cat | winnow mine -     of what another program prints",
      "  winnow mine --json app.log | jq -r '.templates[] | select(.count == 1) | .template'",
      "  winnow mine --raw --assign bodies     one line out for each line in: id, tab, template"
    })
public final class MineCommand implements Runnable, IExitCodeGenerator {
  /** Room for logs of many programs; bounded all the same. */
  private static final MinerSettings SETTINGS = new MinerSettings(1 << 18, 50_000, 64L << 20);

  private final Console console;
  private int exitCode;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--typed",
      description = "Show what kind of variable each is: <num>, <ip>, <uuid> ...")
  private boolean typed;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Show the N most frequent templates, and the rest as a sum.")
  private int top = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--raw",
      description = {
        "Take each line for one message as it stands. The two characters \\n"
            + " in it are a line break, unless the line is a JSON object."
      })
  private boolean raw;

  @Option(
      names = "--assign",
      description = {
        "With --raw: print id, tab and template of every line, in the order of the input, after all"
            + " of it was read. Lines are cut at 1 MiB."
      })
  private boolean assign;

  @Option(
      names = "--online",
      description = "With --assign: print each line at once, with the template as known then.")
  private boolean online;

  private final TemplateMiner miner = new TemplateMiner(SETTINGS);
  private final FormScanner forms = new FormScanner();
  private LineLedger ledger = LineLedger.EMPTY;

  public MineCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    refuse(assign && !raw, "--assign works on lines, so it needs --raw as well");
    refuse(online && !assign, "--online says when --assign prints, so it needs --assign as well");
    refuse(assign && json, "--assign prints lines, so it cannot be combined with --json");
    refuse(top < 0, "--top must be 0 or more, but is " + top);
    Inputs inputs = common.inputs(console);
    if (assign) {
      assign(inputs);
    } else {
      inputs.forEach(this::mine);
      if (!inputs.areNoneRead()) {
        print();
      }
    }
    console.out().flush();
    exitCode = inputs.areAllRead() ? ExitCode.OK : ExitCode.UNREADABLE;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void assign(Inputs inputs) {
    Assignment assignment = new Assignment(miner, typed);
    if (online) {
      inputs.forEach((input, progress) -> assignment.print(input, progress, console.out()));
    } else {
      inputs.forEach(assignment::read);
      assignment.print(console.out());
    }
  }

  private void mine(Input input, Progress progress) throws IOException {
    if (raw) {
      mineLines(input, progress);
    } else {
      mineRecords(input, progress);
    }
  }

  private void mineLines(Input input, Progress progress) throws IOException {
    LineReader lines = new LineReader(input);
    LineBodies bodies = new LineBodies();
    try {
      while (lines.next()) {
        bodies.read(lines);
        miner.add(forms, forms.scan(bodies.bytes(), bodies.from(), bodies.to()));
        progress.update(input, lines.lines());
      }
    } finally {
      ledger = ledger.plus(new LineLedger(lines.lines(), lines.lines(), 0, 0, 0));
    }
  }

  private void mineRecords(Input input, Progress progress) throws IOException {
    RecordReader records = new RecordReader(input);
    try {
      while (records.next()) {
        miner.add(forms, forms.scan(records.bytes(), records.bodyFrom(), records.bodyTo()));
        progress.update(input, records.line());
      }
    } finally {
      ledger = ledger.plus(records.ledger());
    }
  }

  private void print() {
    TemplateList templates = new TemplateList(miner, ledger, typed, top);
    boolean partial = console.interruption().isRequested();
    if (json) {
      templates.printJson(console.out(), partial);
    } else {
      templates.print(console.out());
    }
    if (partial) {
      console.out().flush();
      console.say("interrupted: this covers the first " + ledger.linesRead() + " lines only");
    }
  }
}
