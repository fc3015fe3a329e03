package dev.winnow.bench.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A server of one's own, which may be killed and started again on the same data. */
final class ServerProcess implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Process process;
  private final Target api;
  private final Target otlp;
  private final Target grpc;

  private ServerProcess(Process process, Target api, Target otlp, Target grpc) {
    this.process = process;
    this.api = api;
    this.otlp = otlp;
    this.grpc = grpc;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param winnow the launcher, which becomes the server
   */
  static ServerProcess start(Path winnow, Path data, Path log)
      throws IOException, InterruptedException {
    int api = freePort();
    int http = freePort();
    int grpc = freePort();
    List<String> command =
        List.of(
            winnow.toString(),
            "serve",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(api),
            "--set",
            "receivers.otlp.http.port=" + http,
            "--set",
            "receivers.otlp.grpc.port=" + grpc);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    ServerProcess server = new ServerProcess(process, target(api), target(http), target(grpc));
    server.awaitReady();
    return server;
  }

  private static Target target(int port) {
    return new Target("127.0.0.1", port, "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    Api asked = new Api(api);
    while (!asked.isWell("/health/ready")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("the server did not become ready");
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  Target api() {
    return api;
  }

  Target otlp() {
    return otlp;
  }

  /** Where OTLP over gRPC is received. */
  Target grpc() {
    return grpc;
  }

  /** What the system says of the process under a name, such as {@code VmRSS}, in kB. */
  long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  /** Ends it at once, as the kernel would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
