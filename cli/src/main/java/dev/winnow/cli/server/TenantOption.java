package dev.winnow.cli.server;

import picocli.CommandLine.Option;

/** Whose data a command is about. */
final class TenantOption {
  @Option(
      names = "--tenant",
      paramLabel = "ID",
      defaultValue = "default",
      description = "Whose data it is about; ${DEFAULT-VALUE} if not given.")
  private String id = "";

  String id() {
    return id;
  }
}
