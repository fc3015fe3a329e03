package dev.winnow.cli.quota;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow quota list}. */
@Command(
    name = "list",
    description = {"List the quotas of all tenants."})
final class ListQuotasCommand implements Runnable {
  private final Console console;
  @Mixin private ServerChoice server;
  @Mixin private AnswerOptions form;

  ListQuotasCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (ServerClient client = server.connect()) {
      form.print(console, client.ask(new Question("/api/v1/quotas")), QuotaTable::ofLimits);
    }
  }
}
