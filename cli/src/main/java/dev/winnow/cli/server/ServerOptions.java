package dev.winnow.cli.server;

import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands of the server understand: where its configuration is, and what differs. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK_MEANING,
      ExitCode.USAGE_MEANING,
      ExitCode.UNAVAILABLE_MEANING,
      ExitCode.INTERNAL_MEANING,
      ExitCode.MISCONFIGURED_MEANING
    })
public final class ServerOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration in YAML. Without it, winnow.yaml is read here or in the data"
              + " directory, if it is there.")
  private @Nullable String file;

  @Option(
      names = "--data",
      paramLabel = "DIRECTORY",
      description = "Keep everything in this directory; the same as --set data.directory=...")
  private @Nullable String data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Listen on this address; the same as --set server.host=...")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Serve the API on this port; the same as --set server.port=...")
  private @Nullable String port;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set any key of the configuration. 'winnow config --reference' tells of all.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** The configuration file that the user named. */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /** Keys and values from the command line, which have the last word. */
  public SequencedMap<String, String> settings() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    put(all, "data.directory", data);
    put(all, "server.host", host);
    put(all, "server.port", port);
    all.putAll(settings);
    return all;
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }
}
