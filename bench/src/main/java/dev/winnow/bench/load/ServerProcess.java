package dev.winnow.bench.load;

import java.io.IOException;
import java.net.ServerSocket;
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

  private ServerProcess(Process process, Target api, Target otlp) {
    this.process = process;
    this.api = api;
    this.otlp = otlp;
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
            "receivers.otlp.grpc.enabled=false");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    ServerProcess server =
        new ServerProcess(
            process, new Target("127.0.0.1", api, ""), new Target("127.0.0.1", http, ""));
    server.awaitReady();
    return server;
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
