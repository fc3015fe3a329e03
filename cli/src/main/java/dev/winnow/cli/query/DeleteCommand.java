package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.ProgressLine;
import dev.winnow.cli.console.Version;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    description = {
      "Delete records that a server keeps for good, such as those that hold a secret.",
      "",
      "It shows what would go and asks first, unless --yes is given. Records that come later stay. The server's audit log"
          + " tells who had how many deleted and why, but not by which condition."
    },
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING
    },
    footer = {
      "",
      "Examples:",
      "  winnow delete 'message contains \"hunter2\"' --from 7d --to now --reason 'leaked"
          + " password'",
      "  winnow delete 'user.id = 4711' --from 2026-01-01 --to now --reason 'request 12' --dry-run"
    })
public final class DeleteCommand implements Runnable, IExitCodeGenerator {
  private static final String PATH = "/api/v1/deletions";
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** What agrees to a deletion, and more than anybody types to refuse. */
  private static final String CONSENT = "yes";

  private static final int LONGEST_REPLY = 100;

  /** The services that are named, of which there may be many. */
  private static final int SERVICES = 20;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ServerChoice server;

  @Parameters(
      paramLabel = "PREDICATE",
      arity = "1",
      description = "Which records, such as 'message contains \"hunter2\"'.")
  private String predicate = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description = "Records from this time on, as --since of 'winnow query' takes it.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "TIME",
      required = true,
      description = "Records before this time.")
  private String to = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; the audit log keeps it, so do not repeat the secret.")
  private String reason = "";

  @Option(names = "--dry-run", description = "Only show what would go.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask; needed where nobody can be asked.")
  private boolean yes;

  private int exitCode;

  public DeleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ConditionOptions.demandValid(spec, predicate);
    if (!dryRun && !yes && !console.terminal().progress()) {
      throw new ParameterException(
          spec.commandLine(), "nobody can be asked here; say --yes, or --dry-run to see first");
    }
    String start = SelectionOptions.time(spec, "--from", from);
    String end = SelectionOptions.time(spec, "--to", to);
    try (ServerClient client = server.connect()) {
      boolean isWanted = yes && !dryRun;
      if (!isWanted) {
        Attributes preview = client.create(new Question(PATH), wish(start, end, true));
        show(preview);
        isWanted = !dryRun && Answers.number(preview, "records") > 0 && isAgreed();
      }
      if (isWanted) {
        await(client, client.create(new Question(PATH), wish(start, end, false)));
      }
    }
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private String wish(String start, String end, boolean isDry) {
    StringBuilder wish = new StringBuilder();
    JsonWriter json = new JsonWriter(wish).beginObject();
    json.key("where").value(predicate);
    json.key("from").value(start);
    json.key("to").value(end);
    json.key("reason").value(reason);
    json.key("dry_run").value(isDry);
    json.endObject();
    return wish.toString();
  }

  private void show(Attributes preview) {
    Output out = console.out();
    long records = Answers.number(preview, "records");
    out.line(Figures.count(records, "record", "records") + " would be deleted");
    if (records > 0) {
      out.line(
          "  from the minute of %s to that of %s"
              .formatted(preview.value("earliest").text(), preview.value("latest").text()));
      Answers.list(preview, "services").stream()
          .limit(SERVICES)
          .map(Answers::object)
          .forEach(service -> out.line("  " + line(service)));
    }
    out.flush();
  }

  private static String line(Attributes service) {
    String name = Printable.of(service.value("service").text());
    String records = Figures.count(Answers.number(service, "records"));
    return records + " of " + (name.isEmpty() ? "no service" : name);
  }

  private boolean isAgreed() {
    console.say("type '" + CONSENT + "' to delete them for good");
    boolean agrees = reply().strip().equals(CONSENT);
    if (!agrees) {
      console.say("nothing is deleted");
    }
    return agrees;
  }

  /** A line of standard input. */
  private String reply() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer one = ByteBuffer.allocate(1);
    try {
      while (line.size() < LONGEST_REPLY && console.in().read(one) > 0 && one.get(0) != '\n') {
        line.write(one.get(0));
        one.clear();
      }
    } catch (IOException unreadable) {
      return "";
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Watches a deletion until it ends; it goes on if nobody watches any more. */
  private void await(ServerClient client, Attributes begun) {
    String id = begun.value("id").text();
    ProgressLine progress = new ProgressLine(console, false);
    Attributes deletion = begun;
    boolean isWatched = true;
    while (isWatched && state(deletion).equals("running")) {
      Attributes now = deletion;
      progress.update(seconds -> text(now) + "  " + Figures.duration((long) seconds));
      isWatched = !console.interruption().await(PAUSE);
      deletion = client.ask(new Question(PATH).segment(id));
    }
    progress.clear();
    tell(id, deletion);
  }

  private static String state(Attributes deletion) {
    return deletion.value("state").text();
  }

  private static String text(Attributes deletion) {
    return deletion.value("records") instanceof AnyValue.IntValue records
        ? "deleting " + Figures.count(records.value(), "record", "records")
        : "waiting";
  }

  private void tell(String id, Attributes deletion) {
    String records = Figures.count(Answers.number(deletion, "records"), "record", "records");
    switch (state(deletion)) {
      case "done" -> {
        console.out().line("deleted " + records + "; deletion " + id);
        console.out().flush();
      }
      case "running" -> console.say("the server goes on with deletion " + id);
      default -> {
        console.say(
            "deletion %s has failed: %s; ask for it again"
                .formatted(id, deletion.value("failure").text()));
        exitCode = ExitCode.UNAVAILABLE;
      }
    }
  }
}
