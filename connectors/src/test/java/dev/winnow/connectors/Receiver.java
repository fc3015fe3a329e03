package dev.winnow.connectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that keeps what it is sent, and answers as it was told. */
final class Receiver implements AutoCloseable {
  /** A request as it came. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Arrival(String path, String contentType, String authorization, String key, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Answer(int status, String retryAfter, byte[] body) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers so to the next request; after the last answer, with an empty 200. */
  Receiver answering(int status, String retryAfter, byte[] body) {
    answers.add(new Answer(status, retryAfter, body));
    return this;
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      arrivals.add(
          new Arrival(
              exchange.getRequestURI().getPath(),
              header(exchange, "Content-Type"),
              header(exchange, "Authorization"),
              header(exchange, "Idempotency-Key"),
              exchange.getRequestBody().readAllBytes()));
      Answer next = answers.poll();
      Answer answer = next == null ? new Answer(200, "", new byte[0]) : next;
      if (!answer.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
      }
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
