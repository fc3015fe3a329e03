package dev.winnow.cli.client;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server is asked, and by whom. */
public final class ServerChoice {
  private static final String LOCAL = "http://localhost:8005";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WINNOW_URL}",
      description =
          "The address of the server to ask, by default WINNOW_URL in the environment, or else "
              + LOCAL
              + ", but for tokens the server that uses the data directory.")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:WINNOW_TOKEN}",
      description =
          "A token of the server, by default WINNOW_TOKEN in the environment, which other users of"
              + " this machine cannot see as they may see the command line.")
  private @Nullable String token;

  /** A client of the server that the user named, or of the usual one. */
  public ServerClient connect() {
    return connect(url().orElseGet(() -> URI.create(LOCAL)));
  }

  /** A client of a server for whoever the user said to be. */
  public ServerClient connect(URI server) {
    return new ServerClient(server, token == null ? "" : token.strip());
  }

  /** The address that the user named; a wrong one is explained to the user. */
  public Optional<URI> url() {
    return url == null || url.isEmpty() ? Optional.empty() : Optional.of(address(url));
  }

  private URI address(String text) {
    try {
      URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      boolean isWhole = address.getQuery() == null && address.getFragment() == null;
      if (isHttp && isWhole && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Explained as one of another kind is.
    }
    throw new ParameterException(
        spec.commandLine(), "--url: '" + text + "' is no address such as " + LOCAL);
  }
}
