package dev.winnow.cli.quota;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow quota usage}. */
@Command(
    name = "usage",
    description = {"Show how much is used today of the quotas of the tenant who asks."})
final class QuotaUsageCommand implements Runnable {
  private final Console console;
  @Mixin private ServerChoice server;
  @Mixin private AnswerOptions form;

  QuotaUsageCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (ServerClient client = server.connect()) {
      form.print(console, client.ask(new Question("/api/v1/usage")), QuotaTable::ofUsage);
    }
  }
}
