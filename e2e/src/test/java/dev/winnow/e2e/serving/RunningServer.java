package dev.winnow.e2e.serving;

import dev.winnow.e2e.PackagedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged server that runs, on ports that were free. */
final class RunningServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern OTLP_HTTP = Pattern.compile("receiving OTLP over HTTP on ([^ \"]+)");
  private static final Pattern OTLP_GRPC = Pattern.compile("receiving OTLP over gRPC on ([^ \"]+)");
  private static final Pattern API = Pattern.compile("listening on (https?://[^ \"]+)");
  private static final Pattern TOKEN = Pattern.compile("administrator, .*: (wn_\\w+)");

  /** Follows the last line. */
  private static final String END = "(the server has ended)";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private final Http otlp;
  private final URI grpc;
  private final Http api;

  private RunningServer(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
    String otlpPort = await(OTLP_HTTP);
    String grpcPort = await(OTLP_GRPC);
    URI address = URI.create(await(API));
    otlp = new Http(URI.create(address.getScheme() + "://" + otlpPort), "");
    grpc = URI.create(address.getScheme() + "://" + grpcPort);
    api = new Http(address, "");
  }

  /** Starts a server on {@code data} and waits until it listens. */
  static RunningServer start(PackagedProgram winnow, Path data, String... settings) {
    List<String> command = new ArrayList<>(List.of("serve", "--data", data.toString()));
    command.addAll(List.of("--port", "0", "--set", "receivers.otlp.http.port=0"));
    command.addAll(List.of("--set", "receivers.otlp.grpc.port=0"));
    for (String setting : settings) {
      command.addAll(List.of("--set", setting));
    }
    try {
      return new RunningServer(winnow.process(command.toArray(String[]::new)).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read() {
    try (BufferedReader errors = process.errorReader()) {
      errors.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException cut) {
      lines.add(cut.toString());
    }
    lines.add(END);
  }

  /** The first group of the next line that matches. */
  private String await(Pattern wanted) {
    while (true) {
      String line = next();
      seen.add(line);
      Matcher found = wanted.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
      if (line.equals(END)) {
        throw new AssertionError("nothing like '%s' in %s".formatted(wanted, seen));
      }
    }
  }

  private String next() {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return line == null ? END : line;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** The port of syslog over a transport, such as TCP, which was asked for. */
  int syslogPort(String transport) {
    Pattern said = Pattern.compile("receiving syslog over " + transport + " on .*:(\\d+)");
    return seen.stream()
        .map(said::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  /** The API, asked without a token. */
  Http api() {
    return api;
  }

  /** The port of OTLP over HTTP, asked without a token. */
  Http otlp() {
    return otlp;
  }

  /** Where OTLP over gRPC is received. */
  URI grpc() {
    return grpc;
  }

  /** The token that a first start prints. */
  String firstToken() {
    return await(TOKEN);
  }

  /** Everything that the server has said about itself; it must have ended. */
  List<String> lastWords() {
    while (!seen.contains(END)) {
      seen.add(next());
    }
    return List.copyOf(seen);
  }

  /** Ends it at once, as the kernel would. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end");
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
