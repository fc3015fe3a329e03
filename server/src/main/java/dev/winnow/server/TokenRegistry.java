package dev.winnow.server;

import dev.winnow.cli.server.NewToken;
import dev.winnow.cli.server.RunningServer;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.storage.control.Token;
import java.time.Instant;
import java.util.List;

/** Where the commands of the terminal find tokens. */
sealed interface TokenRegistry extends AutoCloseable permits LocalTokens, RemoteTokens {
  /**
   * The server that was named; else the data directory, or the server that uses it.
   *
   * @throws WinnowException if the data directory cannot be used for another reason
   */
  static TokenRegistry open(WinnowConfig config, RunningServer server) {
    if (server.url().isPresent()) {
      return new RemoteTokens(new ApiClient(server.url().get(), server.token()));
    }
    try {
      return LocalTokens.open(config);
    } catch (WinnowException failure) {
      if (failure.code() != ErrorCode.DATA_DIRECTORY_IN_USE) {
        throw failure;
      }
      return new RemoteTokens(new ApiClient(ApiClient.addressOf(config), server.token()));
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
