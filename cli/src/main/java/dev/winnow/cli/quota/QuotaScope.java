package dev.winnow.cli.quota;

import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose records a quota is for. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING
    })
final class QuotaScope {
  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..1",
      description = "The service whose records are meant; without it all of the tenant.")
  private String service = "";

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      defaultValue = "default",
      description = "Whose records are meant; ${DEFAULT-VALUE} if not given.")
  private String tenantId = "";

  String service() {
    return service;
  }

  String tenantId() {
    return tenantId;
  }

  /** Words for it. */
  String text() {
    return service.isEmpty() ? "all services of " + tenantId : service + " of " + tenantId;
  }
}
