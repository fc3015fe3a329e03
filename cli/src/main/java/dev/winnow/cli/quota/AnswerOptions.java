package dev.winnow.cli.quota;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Version;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the answer of a server is printed. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNREACHABLE_MEANING,
      ExitCode.INTERNAL_MEANING
    })
final class AnswerOptions {
  @Option(names = "--json", description = "Print the answer of the server as JSON.")
  private boolean json;

  void print(Console console, Attributes answer, Function<Attributes, String> table) {
    if (json) {
      console.out().line(Printable.ofJson(AnyValue.of(answer).text()));
    } else {
      console.out().text(table.apply(answer));
    }
  }
}
