package dev.winnow.cli.query;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.ProgressLine;
import dev.winnow.cli.console.ResultFile;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow export}. */
@Command(
    name = "export",
    description = {
      "Write all records that a server keeps to a file or standard output, the oldest first.",
      "",
      "Without a condition, all records are meant; with several, those that meet all of them."
    },
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      "  " + ExitCode.UNREADABLE + ":the output could not be written",
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING
    },
    footer = {
      "",
      "Examples:",
      "  winnow export --since yesterday -o logs.jsonl.gz",
      "  winnow export 'level >= error' --format csv -o errors.csv",
      "  winnow export --format parquet -o logs.parquet",
      "  winnow export --format otlp | otelcol ...     as files of OpenTelemetry have them"
    })
public final class ExportCommand implements Runnable, IExitCodeGenerator {
  private static final String PACKED = ".gz";

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ServerChoice server;
  @Mixin private SelectionOptions selection;
  @Mixin private ConditionOptions condition;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file, packed with gzip if its name ends with "
              + PACKED
              + ". What was there is replaced when all has come.")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      completionCandidates = Formats.class,
      description =
          "An object of JSON on each line (jsonl), a table (csv), a request of OTLP in JSON on each"
              + " line (otlp), or a typed table in Apache Parquet (parquet), which is packed by"
              + " itself; by default ${DEFAULT-VALUE}.")
  private String format = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress. There is none either if standard error is no terminal.")
  private boolean quiet;

  private long bytes;
  private int exitCode;

  /** What records may be exported as. */
  static final class Formats implements Iterable<String> {
    private static final List<String> NAMES = List.of("jsonl", "csv", "otlp", "parquet");

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    condition.check();
    checkFormat();
    ProgressLine progress = new ProgressLine(console, quiet);
    try (ServerClient client = server.connect()) {
      if (file == null) {
        print(client, progress);
      } else {
        save(client, file, progress);
      }
    } catch (WinnowException failure) {
      progress.clear();
      if (failure.code() != ErrorCode.OUTPUT_NOT_WRITABLE) {
        throw failure;
      }
      console.say(String.valueOf(failure.getMessage()));
      exitCode = ExitCode.UNREADABLE;
    }
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void checkFormat() {
    if (!Formats.NAMES.contains(format)) {
      throw wrong("'" + format + "' is none of " + String.join(", ", Formats.NAMES));
    }
    if (isParquet() && file != null && file.toString().endsWith(PACKED)) {
      throw wrong("parquet is packed by itself; leave " + PACKED + " away");
    }
    if (file == null && !isJson() && console.terminal().window() != null) {
      throw wrong(
          format
              + " is not for a terminal, which may obey what records hold; write it to a file with"
              + " -o FILE, or into a pipe");
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  /** Whether what steers a terminal is escaped. */
  private boolean isJson() {
    return format.equals("jsonl") || format.equals("otlp");
  }

  private boolean isParquet() {
    return format.equals("parquet");
  }

  private Question question() {
    return condition
        .addTo(selection.addTo(new Question("/api/logs/export")))
        .with("format", format);
  }

  private void save(ServerClient client, Path target, ProgressLine progress) {
    String encoding = target.toString().endsWith(PACKED) ? "gzip" : "";
    new ResultFile(target)
        .write(out ->
            client.download(
                question(),
                encoding,
                (piece, length) -> {
                  out.write(piece, 0, length);
                  note(length, progress);
                  return true;
                }));
    progress.clear();
    console.say("wrote " + Figures.bytes(bytes) + " to " + target);
  }

  private void print(ServerClient client, ProgressLine progress) {
    Output out = console.out();
    try {
      client.download(
          question(),
          "",
          (piece, length) -> {
            out.bytes(piece, length);
            note(length, progress);
            return !out.isClosed();
          });
    } catch (IOException failure) {
      throw new IllegalStateException("standard output keeps its failures to itself", failure);
    } catch (WinnowException failure) {
      if (bytes > 0) {
        console.say("what was written, " + Figures.bytes(bytes) + ", is not all");
      }
      throw failure;
    } finally {
      out.flush();
      progress.clear();
    }
  }

  private void note(int length, ProgressLine progress) {
    bytes += length;
    progress.update(
        seconds -> Figures.bytes(bytes) + "  " + Figures.bytes((long) (bytes / seconds)) + "/s");
  }
}
