package dev.winnow.server.listen;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.RateLimit;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.data.FreeSpace;
import dev.winnow.storage.control.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Open ports with a route that answers each body with its length. */
final class TestServer implements AutoCloseable {
  static final String PATH = "/echo";

  /** Where bodies are read as they come; a piece that ends with an exclamation mark is refused. */
  static final String STREAM = "/stream";

  /** What its clock always shows. */
  private static final Instant NOW = Instant.parse("2026-11-01T07:08:09.900Z");

  private static final Duration PATIENCE = Duration.ofMillis(20);
  static final String METHOD = "test.Service/Echo";

  final AtomicBoolean isClosing = new AtomicBoolean();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final Traffic traffic = new Traffic(metrics);
  final Ports ports;
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final WinnowConfig config;
  private final Intake intake;
  private final HttpListener http;
  private final GrpcListener grpc;

  /** A server with settings that differ from the defaults: keys and values in turn. */
  TestServer(String... settings) {
    config = config(settings);
    ports = new Ports(config.limits(), config.tls(), traffic, isClosing);
    intake =
        new Intake(
            this::authenticate,
            new RateLimit(0, InstantSource.system()),
            new BodyBudget(config.limits().requestsInFlight().asInt(), PATIENCE),
            new OpenStreams(),
            new BodyDecoder(config.limits().decompressedSize().asInt()),
            FreeSpace.of(Path.of("."), config.data().minFree().bytes(), InstantSource.system()),
            config.limits().requestSize().bytes(),
            new Arrivals(metrics),
            workers);
    Map<String, HttpRoute> routes = Map.of(PATH, new Echo(), STREAM, new Counting());
    Gate gate =
        new Gate(
            vertx,
            config.server(),
            routes,
            intake,
            isClosing,
            InstantSource.fixed(NOW),
            Gate.nothingBut(routes));
    http = HttpListener.start(vertx, endpoint(0), ports, gate);
    grpc = startGrpc(0);
  }

  private Endpoint endpoint(int port) {
    return new Endpoint("127.0.0.1", port, "server.port", config.limits().connections());
  }

  /** Opens one more port for gRPC; 0 is any that is free. */
  GrpcListener startGrpc(int port) {
    return GrpcListener.start(endpoint(port), ports, intake, Map.of(METHOD, new GrpcEcho()));
  }

  static WinnowConfig config(String... settings) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("data.min_free", "0"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new ConfigLoader(Map.of()).load(Optional.empty(), all).config();
  }

  private Principal authenticate(String authorization) {
    if (authorization.equals("Bearer slow")) {
      traffic.awaitQuiet(Duration.ofMinutes(1));
    }
    return new Principal(
        "tenant", authorization.equals("Bearer viewer") ? Role.VIEWER : Role.EDITOR, "");
  }

  /** Bodies of these lengths meet a fault. */
  private static void fail(int length) {
    if (length == 7) {
      throw new IllegalStateException("a fault");
    }
    if (length == 8) {
      throw new StackOverflowError();
    }
    if (length == 9) {
      throw new OutOfMemoryError();
    }
  }

  private static final class Echo implements BodyRoute {
    @Override
    public String receiver() {
      return "echo";
    }

    @Override
    public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
      int length = body.unpack().length;
      fail(length);
      return HttpReply.of(200, "text/plain", "length " + length);
    }

    @Override
    public HttpReply refuse(HttpHead head, WinnowException reason) {
      return HttpReply.of(reason.code().httpStatus(), "text/plain", reason.code().code());
    }
  }

  /** What streams have brought so far, piece by piece. */
  final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

  private final class Counting implements StreamRoute {
    @Override
    public String receiver() {
      return "stream";
    }

    @Override
    public HttpReply answer(Principal sender, HttpHead head, BodyStream body) {
      int length = 0;
      while (!body.isOver()) {
        String piece = new String(body.next(Duration.ofMinutes(1)), StandardCharsets.UTF_8);
        length += piece.length();
        pieces.add(piece);
        if (piece.endsWith("!")) {
          throw new WinnowException(ErrorCode.MALFORMED_REQUEST, "no exclamations");
        }
      }
      return HttpReply.of(200, "text/plain", "length " + length);
    }

    @Override
    public HttpReply refuse(HttpHead head, WinnowException reason) {
      return HttpReply.of(reason.code().httpStatus(), "text/plain", reason.code().code());
    }
  }

  private static final class GrpcEcho implements GrpcRoute {
    @Override
    public String receiver() {
      return "grpc";
    }

    @Override
    public byte[] answer(Principal sender, String peer, byte[] message) {
      fail(message.length);
      return ("length " + message.length).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The requests and bytes from a receiver with a result. */
  List<Double> arrivals(String receiver, String result) {
    return Stream.of("winnow.intake.requests", "winnow.intake.bytes")
        .map(name ->
            metrics.get(name).tags("receiver", receiver, "result", result).counter().count())
        .toList();
  }

  /** The connections that were closed as there were too many. */
  double refusedConnections() {
    return metrics.get("winnow.connections.refused").counter().count();
  }

  int port() {
    return http.port();
  }

  int grpcPort() {
    return grpc.port();
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port());
  }

  /** Sends text as it is and returns everything until the server closes the connection. */
  String exchange(String text) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new String(
          new BufferedInputStream(socket.getInputStream()).readAllBytes(),
          StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    grpc.close();
    http.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
