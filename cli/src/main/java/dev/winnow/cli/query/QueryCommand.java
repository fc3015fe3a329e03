package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow query}. */
@Command(
    name = "query",
    description = {
      "Print records that a server keeps, the newest first.",
      "",
      "Without a condition, all records are meant; with several, those that meet all of them."
    },
    footer = {
      "",
      "Examples:",
      "  winnow query --since 15m              what was logged in the last quarter of an hour",
      "  winnow query 'level >= warn and service = checkout'",
      "  winnow query --search timeout --count",
      "  winnow query --limit 10000 --json     one JSON object for each record"
    })
public final class QueryCommand implements Runnable {
  /** The records that one question asks for; those that are wanted beyond come page by page. */
  private static final int PAGE = 500;

  /** By how much a page is made smaller whose records are too large. */
  private static final int FEWER = 10;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ServerChoice server;
  @Mixin private SelectionOptions selection;
  @Mixin private ConditionOptions condition;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Print at most so many records; by default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--count", description = "Print only how many records there are.")
  private boolean counts;

  @Option(names = "--json", description = "Print each record as a line of JSON.")
  private boolean json;

  public QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    condition.check();
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit: " + limit + " is less than 1");
    }
    try (ServerClient client = server.connect()) {
      if (counts) {
        Attributes page = client.ask(question(1).with("count", "true"));
        console.out().line(page.value("total").text());
      } else {
        print(client);
      }
    }
  }

  private Question question(int size) {
    return condition
        .addTo(selection.addTo(new Question("/api/logs")))
        .with("limit", Integer.toString(size));
  }

  private void print(ServerClient client) {
    Output out = console.out();
    RecordLine line = new RecordLine(console.terminal());
    String cursor = "";
    int left = limit;
    AnyValue total;
    do {
      Attributes page = page(client, Math.min(left, PAGE), cursor);
      List<AnyValue> records = Answers.list(page, "logs");
      records.forEach(record ->
          out.line(json ? Printable.ofJson(record.text()) : line.of(Answers.object(record))));
      out.flush();
      left -= records.size();
      cursor = page.value("next_cursor").text();
      total = page.value("total");
    } while (left > 0 && !cursor.isEmpty() && !out.isClosed());
    if (!cursor.isEmpty() && !out.isClosed()) {
      sayThatThereAreMore(total);
    }
  }

  /** A page of so many records, or of fewer if so many make too large an answer. */
  private Attributes page(ServerClient client, int size, String cursor) {
    try {
      return client.ask(question(size).with("cursor", cursor));
    } catch (WinnowException refusal) {
      if (refusal.code() != ErrorCode.ANSWER_TOO_LARGE || size == 1) {
        throw refusal;
      }
      return page(client, Math.max(1, size / FEWER), cursor);
    }
  }

  private void sayThatThereAreMore(AnyValue total) {
    String of = total instanceof AnyValue.IntValue all ? " of " + Figures.count(all.value()) : "";
    console.say("these are " + Figures.count(limit) + of + "; --limit prints more");
  }
}
