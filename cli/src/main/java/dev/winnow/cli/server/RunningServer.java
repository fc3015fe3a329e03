package dev.winnow.cli.server;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server to ask if the data directory cannot be used because one does, or is elsewhere. */
public final class RunningServer {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WINNOW_URL}",
      description =
          "Ask the server at this address, or at WINNOW_URL in the environment. Without it, the"
              + " data directory is used, or the server that uses it is asked.")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "SECRET",
      defaultValue = "${env:WINNOW_TOKEN}",
      description =
          "The secret of an administrator's token, for a server that asks for one. Other users of"
              + " this machine may see the command line, and not WINNOW_TOKEN in the environment,"
              + " from where it is taken by default.")
  private @Nullable String token;

  /** The address that the user named; a wrong one is explained to the user. */
  public Optional<URI> url() {
    return url == null || url.isEmpty() ? Optional.empty() : Optional.of(address(url));
  }

  private URI address(String text) {
    try {
      URI address = URI.create(text);
      boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (isHttp && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Explained as an address of another kind is.
    }
    throw new ParameterException(
        spec.commandLine(), "--url: '" + text + "' is no address such as http://localhost:8005");
  }

  /** What shows who asks; empty for nothing. */
  public String token() {
    return token == null ? "" : token.strip();
  }
}
