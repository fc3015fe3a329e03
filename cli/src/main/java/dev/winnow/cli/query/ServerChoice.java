package dev.winnow.cli.query;

import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Version;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server is asked, and by whom. */
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
final class ServerChoice {
  private static final String LOCAL = "http://localhost:8005";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WINNOW_URL}",
      description =
          "The server to ask: WINNOW_URL in the environment, or else " + LOCAL + " by default.")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:WINNOW_TOKEN}",
      description =
          "A token of the server. Other users of this machine may see the command line, and not"
              + " WINNOW_TOKEN in the environment, from where it is taken by default.")
  private @Nullable String token;

  /** A client of the server; a wrong address is explained to the user. */
  ServerClient connect() {
    return new ServerClient(address(), token == null ? "" : token);
  }

  private URI address() {
    String text = url == null || url.isEmpty() ? LOCAL : url;
    try {
      URI address = URI.create(text.endsWith("/") ? text : text + "/");
      boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (isHttp && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Explained as one of another kind is.
    }
    throw new ParameterException(
        spec.commandLine(), "--url: '" + text + "' is no address such as " + LOCAL);
  }
}
