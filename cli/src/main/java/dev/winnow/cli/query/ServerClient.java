package dev.winnow.cli.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Asks a server, and says in plain words what is wrong if it does not answer. */
final class ServerClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than a server lets a question take. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final URI server;
  private final String token;

  /**
   * A client of one server.
   *
   * @param token what shows who asks; empty for nothing
   */
  ServerClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * What the server answers to a question.
   *
   * @throws WinnowException if it cannot be reached, or refuses to answer
   */
  Attributes ask(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(question.pathAndQuery()))
            .timeout(ANSWER_TIMEOUT)
            .header("Accept", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response = send(request.build());
    Attributes answer = parse(response.body());
    if (response.statusCode() != OK) {
      throw refusal(response.statusCode(), answer);
    }
    return answer;
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      String reason = failure.getMessage();
      throw unreachable(
          "no server answers at " + server + (reason == null ? "" : ": " + reason), failure);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw unreachable("interrupted before " + server + " answered", end);
    }
  }

  private static WinnowException unreachable(String message, Exception cause) {
    return new WinnowException(ErrorCode.SERVER_NOT_REACHABLE, message, cause);
  }

  private Attributes parse(byte[] body) {
    JsonScanner json = new JsonScanner().reset(body, 0, body.length);
    AnyValue value = AnyValueJson.read(json);
    if (json.fault() == null && value instanceof AnyValue.KvListValue object) {
      return object.entries();
    }
    throw new WinnowException(
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
    String hint =
        code == ErrorCode.UNAUTHENTICATED ? "\ngive a token with --token or in WINNOW_TOKEN" : "";
    return new WinnowException(code, said + hint);
  }

  @Override
  public void close() {
    http.close();
  }

  /** A path of the API with parameters. */
  static final class Question {
    private final StringBuilder text;
    private boolean hasParameters;

    Question(String path) {
      text = new StringBuilder(path);
    }

    /** Adds a parameter, unless it is empty. */
    Question with(String name, String value) {
      if (!value.isEmpty()) {
        text.append(hasParameters ? '&' : '?')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        hasParameters = true;
      }
      return this;
    }

    private String pathAndQuery() {
      return text.toString();
    }
  }
}
