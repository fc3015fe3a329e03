package dev.winnow.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives prepared answers in turn, and tells what it was asked. */
final class AnsweringServer implements AutoCloseable {
  private record Answer(int status, String body, boolean isWhole) {}

  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<String> encodings = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  AnsweringServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  AnsweringServer answering(int status, String body) {
    return answering(new Answer(status, body, true));
  }

  /** Breaks off behind a part of the answer. */
  AnsweringServer breakingOff(String part) {
    return answering(new Answer(200, part, false));
  }

  private AnsweringServer answering(Answer answer) {
    synchronized (answers) {
      answers.add(answer);
    }
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    questions.add(exchange.getRequestURI().toString());
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    encodings.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")));
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Answer answer;
    synchronized (answers) {
      answer = answers.remove();
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length + (answer.isWhole() ? 0 : 1));
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<String> questions() {
    return questions;
  }

  List<String> tokens() {
    return tokens;
  }

  /** How each answer might be packed. */
  List<String> encodings() {
    return encodings;
  }

  List<String> idempotencyKeys() {
    return keys;
  }

  List<String> bodies() {
    return bodies;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
