package dev.winnow.cli.quota;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow quota remove}. */
@Command(
    name = "remove",
    description = {"Keep everything again of a tenant or a service."})
final class RemoveQuotaCommand implements Runnable {
  private final Console console;
  @Mixin private ServerChoice server;
  @Mixin private QuotaScope scope;

  RemoveQuotaCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Question quota =
        new Question("/api/v1/quotas")
            .with("tenant_id", scope.tenantId())
            .with("service", scope.service());
    try (ServerClient client = server.connect()) {
      var _ = client.delete(quota);
    }
    console.say("removed the quota for " + Printable.of(scope.text()));
  }
}
