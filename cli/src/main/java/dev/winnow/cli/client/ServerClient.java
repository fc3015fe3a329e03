package dev.winnow.cli.client;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLException;

/** Asks a server, and says in plain words what is wrong if it does not answer. */
public final class ServerClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than a server lets a question take. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

  /** A server that is there says so every fifteen seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /** More than this is not taken, as it has to fit into the memory of a command. */
  private static final int LARGEST_ANSWER_BYTES = 64 << 20;

  private static final int PIECE_BYTES = 64 << 10;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final URI server;
  private final String token;

  /**
   * A client of one server.
   *
   * @param server its address, without a slash at the end
   * @param token what shows who asks; empty for nothing
   */
  public ServerClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * What the server answers to a question.
   *
   * @throws WinnowException if it cannot be reached ({@code SERVER_NOT_REACHABLE}), or refuses,
   *     with the code with which it does
   */
  public Attributes ask(Question question) {
    return send("GET", question, BodyPublishers.noBody());
  }

  /** What the server answers when a document in JSON is added; it fails as {@link #ask} does. */
  public Attributes create(Question collection, String json) {
    return send("POST", collection, BodyPublishers.ofString(json));
  }

  /** What the server answers when a document in JSON is put; it fails as {@link #ask} does. */
  public Attributes replace(Question item, String json) {
    return send("PUT", item, BodyPublishers.ofString(json));
  }

  /** What the server answers when something is removed; it fails as {@link #ask} does. */
  public Attributes delete(Question item) {
    return send("DELETE", item, BodyPublishers.noBody());
  }

  /**
   * What the server answers to records as JSON lines, which it stores once however often they come;
   * it fails as {@link #ask} does.
   */
  public Attributes sendLines(Question receiver, byte[] lines, String idempotencyKey) {
    return send(
        request(receiver)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofByteArray(lines)));
  }

  /**
   * What the server sends until one of both ends it; it fails as {@link #ask} does. Whoever reads
   * is told by an {@link IOException} that the connection is lost.
   */
  public EventReader follow(Question question) {
    HttpResponse<InputStream> response = exchange(request(question).build());
    if (response.statusCode() / 100 == 2) {
      return new EventReader(response.body(), SILENCE);
    }
    throw refusal(response.statusCode(), parse(answer(response)));
  }

  /**
   * Hands on, piece by piece, what the server answers to a question; it fails as {@link #ask} does.
   *
   * @param encoding how the answer may be packed; empty for not at all
   * @throws WinnowException also if the answer breaks off
   * @throws IOException if a piece is not taken
   */
  public void download(Question question, String encoding, PieceTaker taker) throws IOException {
    HttpRequest.Builder request = request(question);
    if (!encoding.isEmpty()) {
      request.header("Accept-Encoding", encoding);
    }
    HttpResponse<InputStream> response = exchange(request.build());
    if (response.statusCode() / 100 != 2) {
      throw refusal(response.statusCode(), parse(answer(response)));
    }
    try (InputStream body = response.body()) {
      byte[] piece = new byte[PIECE_BYTES];
      int length = read(body, piece);
      while (length >= 0 && taker.take(piece, length)) {
        length = read(body, piece);
      }
    }
  }

  private int read(InputStream body, byte[] piece) {
    try {
      return body.read(piece);
    } catch (IOException failure) {
      throw unreachable("the answer of " + server + " broke off", failure);
    }
  }

  /** Takes an answer piece by piece. */
  public interface PieceTaker {
    /**
     * Takes the first bytes of an array.
     *
     * @return whether more is wanted
     */
    boolean take(byte[] piece, int length) throws IOException;
  }

  private HttpRequest.Builder request(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + question.pathAndQuery()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Attributes send(String method, Question question, BodyPublisher body) {
    return send(request(question).header("Content-Type", "application/json").method(method, body));
  }

  private Attributes send(HttpRequest.Builder request) {
    HttpResponse<InputStream> response =
        exchange(request.timeout(ANSWER_TIMEOUT).header("Accept", "application/json").build());
    byte[] answer = answer(response);
    if (answer.length > LARGEST_ANSWER_BYTES) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE,
          "the answer of %s has more than %d bytes".formatted(server, LARGEST_ANSWER_BYTES));
    }
    Attributes members = parse(answer);
    if (response.statusCode() / 100 != 2) {
      throw refusal(response.statusCode(), members);
    }
    return members;
  }

  /** The body, with a byte more than an answer may have if it is too large. */
  private byte[] answer(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return body.readNBytes(LARGEST_ANSWER_BYTES + 1);
    } catch (IOException failure) {
      throw unreachable("no server answers at " + server, failure);
    }
  }

  private HttpResponse<InputStream> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (SSLException failure) {
      WinnowException reason =
          unreachable("what answers at " + server + " cannot be trusted", failure);
      throw new WinnowException(
          reason.code(),
          reason.getMessage() + "\nname it as its certificate does, with --url https://NAME:PORT",
          failure);
    } catch (IOException failure) {
      throw unreachable("no server answers at " + server, failure);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw unreachable("interrupted before " + server + " answered", end);
    }
  }

  private static WinnowException unreachable(String said, Exception cause) {
    String reason = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new WinnowException(ErrorCode.SERVER_NOT_REACHABLE, said + reason, cause);
  }

  private Attributes parse(byte[] body) {
    JsonScanner json = new JsonScanner().reset(body, 0, body.length);
    AnyValue value = AnyValueJson.read(json);
    if (json.fault() == null && value instanceof AnyValue.KvListValue object) {
      return object.entries();
    }
    throw foreign();
  }

  /** The answer was not one of this API. */
  public WinnowException foreign() {
    return new WinnowException(
        ErrorCode.SERVER_NOT_REACHABLE, "what answers at " + server + " is no Winnow server");
  }

  /** What a problem says, of a code that this program knows; else as a fault of the server. */
  private WinnowException refusal(int status, Attributes problem) {
    ErrorCode code =
        Arrays.stream(ErrorCode.values())
            .filter(each -> each.code().equals(problem.value("code").text()))
            .findFirst()
            .orElse(ErrorCode.INTERNAL_ERROR);
    // Whoever shows a failure adds the remedy, which the problem tells too.
    String detail = problem.value("detail").text().replace("; " + code.remedy(), "");
    String said = server + " answers " + status + (detail.isEmpty() ? "" : ": " + detail);
    boolean lacksToken = code == ErrorCode.UNAUTHENTICATED || code == ErrorCode.FORBIDDEN;
    return new WinnowException(
        code, lacksToken ? said + "\ngive a token with --token or in WINNOW_TOKEN" : said);
  }

  @Override
  public void close() {
    http.close();
  }
}
