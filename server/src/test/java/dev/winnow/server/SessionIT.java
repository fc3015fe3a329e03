package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that was shown a token once is known by a cookie, and by it other pages are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionIT {
  private static final String PATH = "/api/v1/session";
  private static final String VIEWS = "/api/v1/saved_views";
  private static final String EVENTS = "/api/v1/logs/stream";
  private static final String OWN = "same-origin";

  private final HttpClient http = HttpClient.newHttpClient();
  private ApiServer server;
  private ApiDescription api;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    api = new ApiDescription(server);
  }

  @AfterAll
  void end() {
    server.close();
    http.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    Map<String, String> all = new HashMap<>();
    if (!body.isEmpty()) {
      all.put("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return server.send(method, path, body.getBytes(UTF_8), all);
  }

  private String token(String name, String role) {
    String wish = "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role);
    return server.send(server.firstSecret(), "POST", "/api/v1/tokens", wish).text("secret");
  }

  private HttpResponse<String> signIn(String token, String... headers) {
    return send("POST", PATH, "{\"token\":\"%s\"}".formatted(token), headers);
  }

  /** The cookie of a new session, as a browser sends it. */
  private String session(String token) {
    HttpResponse<String> answer = signIn(token, "Sec-Fetch-Site", OWN);
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private JsonNode who(String... headers) {
    HttpResponse<String> answer = send("GET", PATH, "", headers);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(
            api.complaints(
                PATH + " GET", new ApiServer.Answer(200, "application/json", answer.body())))
        .isEmpty();
    return ApiDescription.read(answer.body());
  }

  private static final String NOBODY =
      "{\"needs_token\":true,\"tenant_id\":null,\"role\":null,\"name\":null,\"expires_at\":null}";

  @Test
  void knowsABrowserByItsCookie() {
    assertThat(who()).hasToString(NOBODY);
    HttpResponse<String> answer = signIn(token("ann", "viewer"), "Sec-Fetch-Site", OWN);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set)
        .matches("winnow_session=[0-9a-f]{32}; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict");
    String cookie = set.split(";", 2)[0];
    JsonNode ann = who("Cookie", cookie);
    assertThat(ann.get("tenant_id").asText()).isEqualTo("default");
    assertThat(ann.get("role").asText()).isEqualTo("viewer");
    assertThat(ann.get("name").asText()).isEqualTo("ann");
    assertThat(ann.get("expires_at").isNull()).isFalse();
    assertThat(ApiDescription.read(answer.body())).isEqualTo(ann);

    assertThat(send("GET", "/api/logs", "", "Cookie", "a=b; " + cookie).statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/api/v1/tokens", "", "Cookie", cookie).statusCode()).isEqualTo(403);
  }

  @Test
  void ends() {
    String cookie = session(token("leaving", "viewer"));
    HttpResponse<String> end = send("DELETE", PATH, "", "Cookie", cookie, "Sec-Fetch-Site", OWN);

    assertThat(end.statusCode()).isEqualTo(204);
    assertThat(end.headers().firstValue("Set-Cookie"))
        .hasValue("winnow_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    assertThat(who("Cookie", cookie)).hasToString(NOBODY);
    assertThat(send("GET", "/api/logs", "", "Cookie", cookie).statusCode()).isEqualTo(401);
    assertThat(send("DELETE", PATH, "").statusCode()).isEqualTo(204);
  }

  @Test
  void endsTheFormerOneOfTheSameBrowser() {
    String token = token("twice", "viewer");
    String former = session(token);
    signIn(token, "Sec-Fetch-Site", OWN, "Cookie", former);

    assertThat(who("Cookie", former)).hasToString(NOBODY);
  }

  @Test
  void endsWithItsToken() {
    String wish = "{\"name\":\"brief\",\"role\":\"viewer\"}";
    ApiServer.Answer made = server.send(server.firstSecret(), "POST", "/api/v1/tokens", wish);
    String cookie = session(made.text("secret"));
    server.send(server.firstSecret(), "DELETE", "/api/v1/tokens/" + made.text("id"), "");

    assertThat(send("GET", "/api/logs", "", "Cookie", cookie).statusCode()).isEqualTo(401);
    assertThat(who("Cookie", cookie)).hasToString(NOBODY);
  }

  @Test
  void countsForLessThanAHeader() {
    String cookie = session(token("cookie", "viewer"));
    String admin = "Bearer " + server.firstSecret();

    assertThat(who("Cookie", cookie, "Authorization", admin).get("role").asText())
        .isEqualTo("admin");
    String[] wrong = {"Cookie", cookie, "Authorization", "Bearer wrong"};
    assertThat(send("GET", "/api/logs", "", wrong).statusCode()).isEqualTo(401);
    assertThat(who(wrong)).hasToString(NOBODY);
  }

  @ParameterizedTest
  @CsvSource({
    // Sec-Fetch-Site, Origin (OWN: that of the server), status
    "same-origin, '', 201",
    "same-origin, OWN, 201",
    "'', OWN, 201",
    "'', '', 403",
    "same-site, '', 403",
    "cross-site, '', 403",
    "none, '', 403",
    "cross-site, OWN, 403",
    "'', http://localhost:1, 403",
    "'', null, 403",
    "same-origin, https://elsewhere.example, 403"
  })
  void changesSomethingForItsOwnPagesOnly(String site, String origin, int status) {
    String[] page = {
      "Cookie",
      session(token("editor", "editor")),
      "Sec-Fetch-Site",
      site,
      "Origin",
      origin.replace("OWN", server.address().toString())
    };
    String view = "{\"name\":\"%s\",\"content\":{}}".formatted("of " + site + origin);
    HttpResponse<String> answer = send("POST", VIEWS, view, page);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(send("DELETE", PATH, "", page).statusCode()).isEqualTo(status == 403 ? 403 : 204);
    if (status == 403) {
      assertThat(answer.body()).contains("\"code\":\"origin_not_allowed\"");
      String own = "Bearer " + server.firstSecret();
      assertThat(send("POST", VIEWS, view, "Authorization", own).statusCode()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cross-site", "same-site"})
  void beginsForItsOwnPagesOnly(String site) {
    HttpResponse<String> answer = signIn(server.firstSecret(), "Sec-Fetch-Site", site);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void isSentOverTlsAloneWhereThePageWas() {
    String origin = server.address().toString().replace("http:", "https:");

    assertThat(signIn(server.firstSecret(), "Origin", origin).headers().firstValue("Set-Cookie"))
        .get()
        .asString()
        .endsWith("; SameSite=Strict; Secure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token\":\"\"} | 401 | unknown, expired or revoked",
        "{\"token\":\"wn_x\"} | 401 | unknown, expired or revoked",
        "{\"token\":7} | 422 | token must be a text",
        "{} | 422 | token is missing",
        "{\"token\":\"x\",\"for\":1} | 422 | for is unknown here",
        "[] | 422 | must be a JSON object",
        "{ | 400 | is not JSON"
      })
  void refusesOthers(String body, int status, String detail) {
    HttpResponse<String> answer = send("POST", PATH, body, "Sec-Fetch-Site", OWN);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "winnow_session",
        "winnow_session=",
        "winnow_session=x",
        "=;=;;,winnow_session=\""
      })
  void knowsNobodyByOtherCookies(String cookie) {
    assertThat(who("Cookie", cookie)).hasToString(NOBODY);
    assertThat(send("GET", "/api/logs", "", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void opensALiveTailUntilItEnds() throws IOException, InterruptedException {
    String cookie = session(token("watcher", "viewer"));
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(EVENTS)).header("Cookie", cookie).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());

    assertThat(answer.statusCode()).isEqualTo(200);
    try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(events.readLine()).startsWith("id: ");
      send("DELETE", PATH, "", "Cookie", cookie, "Sec-Fetch-Site", OWN);
      assertThat(events.lines()).anyMatch(line -> line.contains("\"type\":\"error\""));
    }
  }

  @Test
  void opensLiveTailsForItsOwnPagesOnly() {
    String cookie = session(token("pages", "viewer"));

    assertThat(
            send("GET", EVENTS, "", "Cookie", cookie, "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
    open(cookie, server.address().toString());
    for (String origin : new String[] {"", "http://localhost:1"}) {
      assertThatThrownBy(() -> open(cookie, origin))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
    }
  }

  private void open(String cookie, String origin) {
    URI address = URI.create("ws" + server.address().toString().substring(4) + "/ws/logs");
    WebSocket.Builder builder = http.newWebSocketBuilder().header("Cookie", cookie);
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    builder.buildAsync(address, new WebSocket.Listener() {}).join().abort();
  }
}
