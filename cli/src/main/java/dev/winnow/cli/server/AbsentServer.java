package dev.winnow.cli.server;

import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;

/** The server as the command line alone has it: not at all. */
public final class AbsentServer implements ServerProgram {
  private final Console console;

  public AbsentServer(Console console) {
    this.console = console;
  }

  @Override
  public int serve(ServerOptions options) {
    return refuse();
  }

  @Override
  public int demonstrate(ServerOptions options) {
    return refuse();
  }

  @Override
  public int printConfiguration(ServerOptions options) {
    return refuse();
  }

  @Override
  public int printReference() {
    return refuse();
  }

  @Override
  public int printService(ServerOptions options) {
    return refuse();
  }

  @Override
  public int createToken(ServerOptions options, ServerChoice server, NewToken token) {
    return refuse();
  }

  @Override
  public int listTokens(ServerOptions options, ServerChoice server, String tenantId) {
    return refuse();
  }

  @Override
  public int revokeToken(ServerOptions options, ServerChoice server, String tenantId, String id) {
    return refuse();
  }

  @Override
  public int backup(ServerOptions options, ServerChoice server, Transfer transfer) {
    return refuse();
  }

  @Override
  public int restore(ServerOptions options, Transfer transfer) {
    return refuse();
  }

  private int refuse() {
    console.say("this program has no server; ./winnow of the checkout starts the one that has");
    return ExitCode.UNAVAILABLE;
  }
}
