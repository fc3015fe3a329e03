package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Terminal;
import dev.winnow.kernel.record.AnyValue;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow tail}. */
@Command(
    name = "tail",
    description = {
      "Print records as a server stores them, until Ctrl-C.",
      "",
      "When the connection is lost it is made again, and what was stored meanwhile is printed."
    },
    footer = {
      "",
      "Examples:",
      "  winnow tail                           everything",
      "  winnow tail 'level >= warn and service = checkout'",
      "  winnow tail --templates               what repeats within a second as one line",
      "  winnow tail --json | jq .body         one JSON object for each record"
    })
public final class TailCommand implements Runnable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Console console;

  @Mixin private ServerChoice server;
  @Mixin private SourceOptions source;
  @Mixin private ConditionOptions condition;

  @Option(
      names = "--templates",
      description =
          "Print what has the same template within a second once, then how many more there were.")
  private boolean templates;

  @Option(names = "--json", description = "Print each record as a line of JSON.")
  private boolean json;

  @Option(names = "--no-color", description = "Print without colours.")
  private boolean plain;

  public TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    condition.check();
    try (ServerClient client = server.connect();
        RecordDisplay display = display()) {
      new Tailing(client, this::question, console, display).run();
    }
  }

  private RecordDisplay display() {
    Output out = console.out();
    if (json) {
      return record -> out.line(Printable.ofJson(AnyValue.of(record).text()));
    }
    Terminal terminal = console.terminal();
    RecordLine line = new RecordLine(plain ? terminal.withoutColours() : terminal);
    return templates ? new RepeatedLines(out, line, SECOND) : record -> out.line(line.of(record));
  }

  private Question question() {
    return condition.addTo(source.addTo(new Question("/api/v1/logs/stream")));
  }
}
