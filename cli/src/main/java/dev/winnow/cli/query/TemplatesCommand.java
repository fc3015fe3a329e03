package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.report.Page;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow templates}. */
@Command(
    name = "templates",
    description = {
      "Print the templates of the records that a server keeps, with counts.",
      "",
      "Without --since, those of the last 24 hours. Every record is in exactly one template."
    },
    footer = {
      "",
      "Examples:",
      "  winnow templates                      the most frequent of the last day",
      "  winnow templates --level error --since 1h",
      "  winnow templates --sort first_seen    the newest first"
    })
public final class TemplatesCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ServerChoice server;
  @Mixin private SelectionOptions selection;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "count",
      completionCandidates = Orders.class,
      description =
          "First those with the most records (count), the most bytes, the newest (first_seen), or"
              + " those with the fewest records (rarest); by default ${DEFAULT-VALUE}.")
  private String sort = "";

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "Print at most so many templates, 1 to 1000; by default ${DEFAULT-VALUE}.")
  private int top;

  @Option(names = "--json", description = "Print the answer of the server as JSON.")
  private boolean json;

  /** What templates may be sorted by. */
  static final class Orders implements Iterable<String> {
    private static final List<String> NAMES = List.of("count", "bytes", "first_seen", "rarest");

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  public TemplatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top: " + top + " is less than 1");
    }
    if (!Orders.NAMES.contains(sort)) {
      throw new ParameterException(
          spec.commandLine(), "'" + sort + "' is none of " + String.join(", ", Orders.NAMES));
    }
    Question question =
        selection
            .addTo(new Question("/api/patterns"))
            .with("sort", sort)
            .with("limit", Integer.toString(top));
    try (ServerClient client = server.connect()) {
      Attributes answer = client.ask(question);
      if (json) {
        console.out().line(Printable.ofJson(AnyValue.of(answer).text()));
      } else {
        new TemplateTable(new Page(console), answer).print();
      }
    }
  }
}
