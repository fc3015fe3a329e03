package dev.winnow.server;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.server.config.WinnowConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** Asks the API of a running server, and says in plain words why there is no answer. */
final class ApiClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI server;
  private final String token;

  /**
   * A client of one server.
   *
   * @param token what shows who asks; empty for nothing
   */
  ApiClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** Where a server with a configuration listens. */
  static URI addressOf(WinnowConfig config) {
    String host = config.server().host();
    String name = ALL_ADDRESSES.contains(host) ? "localhost" : host;
    String literal = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    String scheme = config.tls().isEnabled() ? "https://" : "http://";
    return URI.create(scheme + literal + ":" + config.server().port());
  }

  /**
   * The server's answer to a request.
   *
   * @param body JSON; empty for none
   * @throws WinnowException if the server cannot be reached ({@code SERVER_NOT_REACHABLE}), or
   *     refuses, with the code with which it does
   */
  Attributes send(String method, String pathAndQuery, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(pathAndQuery))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response = exchange(request.build());
    Attributes answer = parse(response.body());
    if (response.statusCode() / 100 != 2) {
      throw refusal(response.statusCode(), answer);
    }
    return answer;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
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
    throw foreign();
  }

  /** The answer was not one of this API. */
  WinnowException foreign() {
    return new WinnowException(
        ErrorCode.SERVER_NOT_REACHABLE, "what answers at " + server + " is no Winnow server");
  }

  private WinnowException refusal(int status, Attributes problem) {
    ErrorCode code =
        Arrays.stream(ErrorCode.values())
            .filter(each -> each.code().equals(problem.value("code").text()))
            .findFirst()
            .orElseThrow(this::foreign);
    // Whoever shows a failure adds the remedy, which the problem tells too.
    String detail = problem.value("detail").text().replace("; " + code.remedy(), "");
    String said = server + " answers " + status + ": " + detail;
    boolean lacksToken = code == ErrorCode.UNAUTHENTICATED || code == ErrorCode.FORBIDDEN;
    return new WinnowException(
        code, lacksToken ? said + "\ngive an administrator's with --token or WINNOW_TOKEN" : said);
  }

  @Override
  public void close() {
    http.close();
  }
}
