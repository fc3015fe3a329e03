package dev.winnow.cli.transfer;

import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.CommonOptions;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Inputs;
import dev.winnow.cli.console.Progress;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;

/** {@code winnow import}. */
@Command(
    name = "import",
    description = {
      "Send logs to a server.",
      "",
      "Reads records as 'winnow analyze' does, and sends them in batches of up to "
          + ImportBatch.MAX_RECORDS
          + ". A batch that was sent before is known by its content and its place in the log, and is"
          + " stored once, so the same command may be repeated after it was interrupted. If the log"
          + " has grown since, its former last batch is another one now, and is stored again: to"
          + " follow a log that grows, see 'receivers.files' in 'winnow config --reference'."
    },
    footer = {
      "",
      "Examples:",
      "  winnow import app.log                 into the server on this machine",
      "  winnow import --url https://logs:8005 logs.tar.gz",
      "  kubectl logs POD | winnow import -    what another program prints"
    },
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREADABLE_MEANING,
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING,
      ExitCode.INTERRUPTED_MEANING,
      ExitCode.TERMINATED_MEANING
    })
public final class ImportCommand implements Runnable, IExitCodeGenerator {
  private final Console console;
  private int exitCode;
  private @Nullable WinnowException refusal;
  @Mixin private CommonOptions common;
  @Mixin private ServerChoice server;

  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Inputs inputs = common.inputs(console);
    ImportTally tally = new ImportTally();
    try (ServerClient client = server.connect()) {
      inputs.forEach((input, progress) -> send(input, progress, client, tally));
    }
    if (tally.hasSent() || refusal == null) {
      console.out().line(tally.text());
      console.out().flush();
    }
    if (refusal != null) {
      throw refusal;
    }
    exitCode = inputs.areAllRead() ? ExitCode.OK : ExitCode.UNREADABLE;
  }

  private void send(Input input, Progress progress, ServerClient client, ImportTally tally)
      throws IOException {
    RecordReader records = new RecordReader(input);
    ImportBatch batch = new ImportBatch(input.name());
    try {
      while (refusal == null && records.next()) {
        batch.add(records.record());
        if (batch.isFull()) {
          send(batch, client, tally);
        }
        progress.update(input, records.line());
      }
    } finally {
      // Also what was read of an input before it broke.
      send(batch, client, tally);
      tally.malformed(records.ledger().malformedLines());
    }
  }

  /** What a server refuses is no fault of the input that is read, and ends the reading of all. */
  private void send(ImportBatch batch, ServerClient client, ImportTally tally) {
    try {
      if (refusal == null) {
        batch.send(client, console.interruption(), tally);
      }
    } catch (WinnowException failure) {
      refusal = failure;
    }
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
