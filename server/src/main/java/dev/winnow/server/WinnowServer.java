package dev.winnow.server;

import dev.winnow.cli.Winnow;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.server.NewToken;
import dev.winnow.cli.server.RunningServer;
import dev.winnow.cli.server.ServerOptions;
import dev.winnow.cli.server.ServerProgram;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.EffectiveConfig;
import java.util.concurrent.CountDownLatch;

/** The {@code winnow} command with a server behind it. */
public final class WinnowServer implements ServerProgram {
  private final Console console;

  private WinnowServer(Console console) {
    this.console = console;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Winnow.main(WinnowServer::new, arguments);
  }

  @Override
  public int serve(ServerOptions options) {
    EffectiveConfig effective = load(options);
    Application server = Application.start(effective.config(), console.terminal().progress());
    server
        .firstToken()
        .ifPresent(issued ->
            console.say(
                "the token of the first administrator, which is not shown again: "
                    + issued.secret().reveal()));
    awaitEnd();
    server.close();
    return ExitCode.OK;
  }

  /** Waits for the interruption by which the console hands on a signal. */
  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      // The wish is granted here; the thread stays uninterrupted, as it must wait for the parts to
      // end.
    }
  }

  @Override
  public int printConfiguration(ServerOptions options) {
    console.out().text(load(options).text());
    return ExitCode.OK;
  }

  @Override
  public int printReference() {
    console.out().text(ConfigLoader.reference());
    return ExitCode.OK;
  }

  @Override
  public int printService(ServerOptions options) {
    console.out().text(ServiceUnit.of(load(options), options).text());
    return ExitCode.OK;
  }

  @Override
  public int createToken(ServerOptions options, RunningServer server, NewToken token) {
    try (TokenRegistry registry = TokenRegistry.open(load(options).config(), server)) {
      IssuedToken issued = registry.create(token);
      console.say(
          "%s; its secret is not shown again".formatted(TokenTable.describe(issued.token())));
      console.out().line(issued.secret().reveal());
    }
    return ExitCode.OK;
  }

  @Override
  public int listTokens(ServerOptions options, RunningServer server, String tenantId) {
    try (TokenRegistry registry = TokenRegistry.open(load(options).config(), server)) {
      console.out().text(TokenTable.of(registry.list(tenantId), registry.now()));
    }
    return ExitCode.OK;
  }

  @Override
  public int revokeToken(ServerOptions options, RunningServer server, String tenantId, String id) {
    try (TokenRegistry registry = TokenRegistry.open(load(options).config(), server)) {
      console.say("revoked " + TokenTable.describe(registry.revoke(tenantId, id)));
    }
    return ExitCode.OK;
  }

  private static EffectiveConfig load(ServerOptions options) {
    return new ConfigLoader(System.getenv()).load(options.file(), options.settings());
  }
}
