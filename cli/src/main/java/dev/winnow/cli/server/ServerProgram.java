package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;

/** What the commands of the server do. Each answers with the exit code of the process. */
public interface ServerProgram {
  /** Serves until the process is asked to end. */
  int serve(ServerOptions options);

  /** Serves what a generator makes, with some history, until the process is asked to end. */
  int demonstrate(ServerOptions options);

  /** Prints the configuration that {@link #serve} would run with, and where each value is from. */
  int printConfiguration(ServerOptions options);

  /** Prints what each setting is for. */
  int printReference();

  /** Prints a unit with which systemd runs the server. */
  int printService(ServerOptions options);

  /** Makes a token and prints its secret. */
  int createToken(ServerOptions options, ServerChoice server, NewToken token);

  /** Prints the tokens of a tenant. */
  int listTokens(ServerOptions options, ServerChoice server, String tenantId);

  /** Writes all data to a file, or to standard output where that is {@code -}. */
  int backup(ServerOptions options, ServerChoice server, Transfer transfer);

  /** Makes a data directory of such a file, or of what standard input has. */
  int restore(ServerOptions options, Transfer transfer);

  /** Revokes a token of a tenant. */
  int revokeToken(ServerOptions options, ServerChoice server, String tenantId, String id);
}
