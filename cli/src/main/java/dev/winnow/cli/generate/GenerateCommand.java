package dev.winnow.cli.generate;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.TimeOption;
import dev.winnow.cli.console.Version;
import dev.winnow.connectors.Exporter;
import dev.winnow.connectors.FileSink;
import dev.winnow.connectors.LinesExporter;
import dev.winnow.connectors.Tally;
import dev.winnow.generator.Player;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Traffic;
import dev.winnow.generator.traffic.TrafficConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    description = {
      "Make believable records: those of a shop of twelve services that call each other.",
      "",
      "A record of a request has 23 fields or more, and the same trace, user and order in every"
          + " service that it passes. The bodies are of some three hundred statements: plain text,"
          + " JSON, logfmt, access logs, stack traces of six languages, and whole lines without a"
          + " severity of their own. What goes wrong by script can be written down, so that what a"
          + " detector finds can be judged."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      " 69:the receiver does not answer, or has refused some records",
      ExitCode.INTERNAL_MEANING
    },
    footer = {
      "",
      "Examples:",
      "  winnow generate                                   50 records a second, as lines of JSON",
      "  winnow generate --rate 200 --to http://localhost:4318",
      "  winnow generate --to udp://localhost:5514          the same as syslog",
      "  winnow generate --since 2h --rate 20 --to http://localhost:8005/api/logs",
      "  winnow generate --rate max --count 100000 | winnow analyze -",
      "  winnow generate --incident 'error payments 1m 5m' --labels labels.jsonl"
    })
public final class GenerateCommand implements Runnable, IExitCodeGenerator {
  private final Console console;
  private int exitCode;

  @Spec private CommandSpec spec;
  @Mixin private TrafficOptions traffic;
  @Mixin private DestinationOptions destination;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Make the records of a time that has passed, from this on, with days busier than nights:"
              + " 2026-11-21T10:00:00Z, '2026-11-21 10:00', 10:00, yesterday, or 2h for two hours"
              + " ago. In UTC unless the zone is named.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      defaultValue = "now",
      description = "The end of that time; by default now.")
  private String until = "now";

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Make so many records; without it, there is no end but that of --until.")
  private long count = Long.MAX_VALUE;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Append what there was to be found to this file when an incident is over, as a line of"
              + " JSON: its kind, services, templates, start and end.")
  private @Nullable String labels;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress. There is none either if standard error is no terminal.")
  private boolean quiet;

  public GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Instant now = Instant.now();
    boolean isHistory = since != null;
    long begin = nanos("--since", since == null ? "now" : since, now);
    long end = isHistory ? nanos("--until", until, now) : Long.MAX_VALUE;
    if (begin >= end || count < 1) {
      throw wrong(count < 1 ? "--count: there is less than one" : "--until is before --since");
    }
    Shop shop = Shop.read();
    TrafficConfig config = traffic.config(shop, begin, isHistory);
    LinesExporter.Sink labelled = labelSink();
    try (Exporter exporter = destination.open(console);
        labelled) {
      Traffic records =
          new Traffic(shop, config, begin, label -> labelled.write(label.json() + "\n"));
      Player player = new Player(records, InstantSource.system());
      boolean showsProgress = console.terminal().progress() && !quiet;
      Sending sending = new Sending(console, exporter, player, showsProgress);
      Thread watch = stopWhenInterrupted(player, exporter);
      player.play(end, count, sending::send);
      watch.interrupt();
      records.end();
      sending.clear();
      tellRefused(exporter.tally());
    }
  }

  /** What is on its way is still finished then. */
  private Thread stopWhenInterrupted(Player player, Exporter exporter) {
    console.interruption().spare();
    return Thread.ofVirtual()
        .start(() -> {
          console.interruption().await();
          player.stop();
          exporter.giveUp();
        });
  }

  private long nanos(String option, String text, Instant now) {
    try {
      return TimeOption.nanos(TimeOption.parse(text, now));
    } catch (IllegalArgumentException wrong) {
      throw wrong(option + ": " + wrong.getMessage());
    }
  }

  private LinesExporter.Sink labelSink() {
    try {
      return labels == null ? lines -> {} : new FileSink(Path.of(labels));
    } catch (InvalidPathException nonsense) {
      throw wrong("--labels: " + labels + " is not the name of a file");
    }
  }

  private void tellRefused(Tally tally) {
    if (tally.refused() > 0) {
      console.say(
          "%s of %s refused; the last because %s"
              .formatted(
                  Figures.count(tally.refused()),
                  Figures.count(tally.sent(), "record was", "records were"),
                  tally.reason()));
      exitCode = ExitCode.UNAVAILABLE;
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
