package dev.winnow.server;

import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.server.NewToken;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.storage.control.Token;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the commands of the terminal find tokens. */
sealed interface TokenRegistry extends AutoCloseable permits LocalTokens, RemoteTokens {
  /**
   * The server that was named; else the data directory, or the server that uses it.
   *
   * @throws WinnowException if neither can be asked
   */
  static TokenRegistry open(Path data, ServerChoice server) {
    if (server.url().isPresent()) {
      return new RemoteTokens(server.connect());
    }
    try {
      return LocalTokens.open(data);
    } catch (WinnowException failure) {
      Optional<URI> address =
          failure.code() == ErrorCode.DATA_DIRECTORY_IN_USE
              ? DataDirectory.serverOf(data)
              : Optional.empty();
      return new RemoteTokens(server.connect(address.orElseThrow(() -> failure)));
    }
  }

  /** Makes a token. */
  IssuedToken create(NewToken wish);

  /** The tokens of a tenant, the newest first. */
  List<Token> list(String tenantId);

  /** Revokes a token and returns it. */
  Token revoke(String tenantId, String id);

  Instant now();

  @Override
  void close();
}
