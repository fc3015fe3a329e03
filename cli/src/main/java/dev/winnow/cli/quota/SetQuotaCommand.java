package dev.winnow.cli.quota;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Printable;
import dev.winnow.kernel.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow quota set}. */
@Command(
    name = "set",
    description = {
      "Keep only so much of a day; replaces the quota that there was for the tenant and service."
    })
final class SetQuotaCommand implements Runnable {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ServerChoice server;
  @Mixin private QuotaScope scope;

  @Option(names = "--records", paramLabel = "N", description = "So many records.")
  private @Nullable Long records;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description = "So many bytes of them, as 'winnow templates' has it.")
  private @Nullable Long bytes;

  @Option(
      names = "--warn",
      paramLabel = "PERCENTAGE",
      defaultValue = "80",
      description = "Warn from this share of the limit on; ${DEFAULT-VALUE} if not given.")
  private int warn;

  SetQuotaCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (records == null && bytes == null) {
      throw new ParameterException(spec.commandLine(), "--records and --bytes are both missing");
    }
    try (ServerClient client = server.connect()) {
      var _ = client.replace(new Question("/api/v1/quotas"), json());
    }
    console.say("set the quota for " + Printable.of(scope.text()));
  }

  private String json() {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text).beginObject();
    json.key("tenant_id").value(scope.tenantId());
    json.key("service").value(scope.service());
    if (records != null) {
      json.key("max_records").value(records.longValue());
    }
    if (bytes != null) {
      json.key("max_bytes").value(bytes.longValue());
    }
    json.key("warn_percentage").value(warn).endObject();
    return text.toString();
  }
}
