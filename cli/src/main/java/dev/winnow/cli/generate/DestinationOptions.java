package dev.winnow.cli.generate;

import dev.winnow.cli.console.Console;
import dev.winnow.connectors.Destination;
import dev.winnow.connectors.Exporter;
import dev.winnow.connectors.LinesExporter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where records go. */
final class DestinationOptions {
  private static final String STANDARD_OUTPUT = "-";

  /** How long the same records are sent again to a receiver that does not take them. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      defaultValue = STANDARD_OUTPUT,
      description =
          "Where records go: - for standard output, which is the default, the name of a file, or"
              + " the address of a receiver, as http://localhost:4318, http://localhost:8005/_bulk"
              + " or tcp://localhost:5514.")
  private String target = STANDARD_OUTPUT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "",
      description =
          "What a receiver is sent: otlp, json_lines, loki, elasticsearch or syslog; by default what"
              + " its address says, or otlp. Files and standard output get json_lines.")
  private String format = "";

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:WINNOW_TOKEN}",
      description =
          "What shows a receiver who sends, by default WINNOW_TOKEN in the environment, which other"
              + " users of this machine cannot see.")
  private @Nullable String token;

  Exporter open(Console console) {
    if (target.equals(STANDARD_OUTPUT)) {
      return new LinesExporter(lines -> {
        console.out().text(lines);
        console.out().flush();
      });
    }
    try {
      return new Destination(target, format, token == null ? "" : token.strip(), PATIENCE).open();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--to: " + wrong.getMessage(), wrong);
    }
  }
}
