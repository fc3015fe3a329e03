package dev.winnow.server;

import dev.winnow.cli.Winnow;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.server.NewToken;
import dev.winnow.cli.server.ServerOptions;
import dev.winnow.cli.server.ServerProgram;
import dev.winnow.cli.server.Transfer;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.EffectiveConfig;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.storage.control.Token;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The {@code winnow} command with a server behind it. */
public final class WinnowServer implements ServerProgram {
  private static final Logger LOGGER = System.getLogger(WinnowServer.class.getName());

  /** How often it is looked whether the store can go on. */
  private static final Duration LOOK = Duration.ofSeconds(1);

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
    return serve(load(options).config(), address -> "");
  }

  @Override
  public int demonstrate(ServerOptions options) {
    try (Demo demo = Demo.in(options)) {
      EffectiveConfig config =
          new ConfigLoader(System.getenv()).load(options.file(), demo.settings(options));
      return serve(config.config(), Demo::guide);
    }
  }

  /**
   * Serves until the process is asked to end.
   *
   * @param greeting what is said of the server's address when it has started
   */
  private int serve(WinnowConfig config, Function<URI, String> greeting) {
    boolean isWatched = console.terminal().progress();
    console.interruption().spare();
    Application server;
    try {
      server = Application.start(config, isWatched);
    } catch (RuntimeException failure) {
      if (console.interruption().isRequested()) {
        // Parts that start while the virtual machine ends may fail for that reason alone.
        return ExitCode.OK;
      }
      throw failure;
    }
    server.firstToken().ifPresent(first -> tell(first, config.log().isJson(isWatched)));
    console.out().text(greeting.apply(server.address()));
    console.out().flush();
    while (!console.interruption().await(LOOK)) {
      // Nothing is closed if it throws, as the store could not be: its next start moves what was
      // acknowledged from the log into parts.
      server.requireWhole();
    }
    LOGGER.log(Level.INFO, "ending; requests that are at work are finished first");
    server.close();
    return ExitCode.OK;
  }

  /** Once, and whatever level of records is wanted; as one of those if a program reads them. */
  private void tell(IssuedToken first, boolean asJson) {
    String words =
        "the token of the first administrator, which is not shown again: "
            + first.secret().reveal();
    if (asJson) {
      StringBuilder line = new StringBuilder();
      JsonWriter json = new JsonWriter(line).beginObject();
      json.key("timestamp").value(Instant.now().toString());
      json.key("severity_text").value("INFO").key("body").value(words).endObject();
      console.err().line(line.toString());
      console.err().flush();
    } else {
      console.say(words);
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
  public int createToken(ServerOptions options, ServerChoice server, NewToken token) {
    try (TokenRegistry registry = tokens(options, server)) {
      IssuedToken issued = registry.create(token);
      console.say(
          "%s; its secret is not shown again".formatted(TokenTable.describe(issued.token())));
      console.out().line(issued.secret().reveal());
    }
    return ExitCode.OK;
  }

  @Override
  public int listTokens(ServerOptions options, ServerChoice server, String tenantId) {
    try (TokenRegistry registry = tokens(options, server)) {
      List<Token> all = registry.list(tenantId);
      if (all.isEmpty()) {
        console.say("tenant %s has no tokens".formatted(tenantId));
      }
      console.out().text(TokenTable.of(all, registry.now()));
    }
    return ExitCode.OK;
  }

  @Override
  public int revokeToken(ServerOptions options, ServerChoice server, String tenantId, String id) {
    try (TokenRegistry registry = tokens(options, server)) {
      console.say("revoked " + TokenTable.describe(registry.revoke(tenantId, id)));
    }
    return ExitCode.OK;
  }

  @Override
  public int backup(ServerOptions options, ServerChoice server, Transfer transfer) {
    new BackupFile(console, transfer).write(directory(options), server);
    return ExitCode.OK;
  }

  @Override
  public int restore(ServerOptions options, Transfer transfer) {
    new BackupFile(console, transfer).restore(directory(options));
    return ExitCode.OK;
  }

  private static Path directory(ServerOptions options) {
    return load(options).config().data().directory();
  }

  private static TokenRegistry tokens(ServerOptions options, ServerChoice server) {
    return TokenRegistry.open(directory(options), server);
  }

  private static EffectiveConfig load(ServerOptions options) {
    return new ConfigLoader(System.getenv()).load(options.file(), options.settings());
  }
}
