package dev.winnow.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Opens many connections on which little or nothing happens to a server of its own, and measures
 * its memory and its answers to others meanwhile. Prints a table in Markdown, and exits with 1 if
 * one of the others had no answer.
 *
 * <p>Arguments: {@code winnow} (the launcher), {@code data} (an empty directory), {@code log} (a
 * file), {@code connections} (8,000 of HTTP and as many of gRPC; a tenth of each other kind).
 */
final class IdleConnections {
  private static final int HTTP_OK = 200;
  private static final int FEWER = 10;
  private static final int REQUESTS = 50;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final byte[] NOTHING = {};

  /** What begins a connection of HTTP/2: the preface, and settings that change nothing. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] HALF_A_HEAD = ascii("POST /v1/logs HTTP/1.1\r\nHost: local");
  private static final byte[] HALF_A_BODY =
      ascii(
          "POST /v1/logs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000000\r\n\r\n{\"resourceLogs\":[");

  private final ServerProcess server;
  private final List<SocketChannel> open = new ArrayList<>();
  private boolean isAnswering = true;

  private IdleConnections(ServerProcess server) {
    this.server = server;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Connects, measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    Path winnow = Path.of(options.text("winnow", "./winnow"));
    Path data = Path.of(options.text("data", ""));
    Path log = Path.of(options.text("log", ""));
    int connections = (int) options.number("connections", 8_000);
    options.end();
    boolean isAnswering;
    try (ServerProcess server = ServerProcess.start(winnow, data, log)) {
      isAnswering = new IdleConnections(server).run(connections);
    }
    if (!isAnswering) {
      System.exit(1);
    }
  }

  private boolean run(int connections) throws IOException {
    System.out.println(
        "| beside others | open | resident MB | median, longest ms of 50 requests |");
    System.out.println("|---|---|---|---|");
    measure("nothing");
    int few = connections / FEWER;
    connect("idle over HTTP", connections, server.otlp(), NOTHING, false);
    connect("idle over gRPC", connections, server.grpc(), PREFACE, false);
    connect("half a head", few, server.otlp(), HALF_A_HEAD, false);
    connect("half a body", few, server.otlp(), HALF_A_BODY, false);
    connect("half a body, and closed by half", few, server.otlp(), HALF_A_BODY, true);
    for (SocketChannel channel : open) {
      channel.close();
    }
    open.clear();
    measure("nothing any more");
    return isAnswering;
  }

  /** Opens more connections, sends the same on each, and measures. */
  private void connect(String name, int count, Target target, byte[] first, boolean closesHalf)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(address);
      open.add(channel);
      ByteBuffer bytes = ByteBuffer.wrap(first);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (closesHalf) {
        channel.shutdownOutput();
      }
    }
    measure(count + " " + name);
  }

  private void measure(String name) throws IOException {
    byte[] request = HostileKind.plain();
    RawRequest http = new RawRequest(server.api(), PATIENCE_MILLIS);
    double[] millis = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long start = System.nanoTime();
      isAnswering &= RawRequest.status(http.send(request)) == HTTP_OK;
      millis[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.1f, %.1f |%n",
        name,
        connections(http),
        server.status("VmRSS") / 1024,
        millis[REQUESTS / 2],
        millis[REQUESTS - 1]);
  }

  /** As many as the server has open, beside the one that asks. */
  private static long connections(RawRequest http) throws IOException {
    return http.send(RawRequest.of("GET /metrics", "", NOTHING))
            .lines()
            .filter(line -> line.startsWith("winnow_connections "))
            .mapToLong(line -> (long) Double.parseDouble(line.split(" ", 2)[1]))
            .findFirst()
            .orElseThrow(() -> new IOException("/metrics does not tell of connections"))
        - 1;
  }
}
