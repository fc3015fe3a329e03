package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.server.NewToken;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.ApiServer.Answer;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsApiIT {
  private static final String TOKENS = "/api/v1/tokens";
  private static final String CLASSES = "/api/v1/retention_classes";
  private static final String VIEWS = "/api/v1/saved_views";
  private static final String AUDIT = "/api/v1/audit";
  private static final String VIEW = "{\"name\":\"errors\",\"content\":{\"level\": \"error\"}}";

  private final Map<String, String> secrets = new LinkedHashMap<>(Map.of("nobody", ""));
  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    secrets.put("admin", server.firstSecret());
    for (String role : new String[] {"viewer", "editor"}) {
      secrets.put(role, create("default", role, role).text("secret"));
    }
    secrets.put("acme", create("acme", "acme admin", "admin").text("secret"));
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Answer create(String tenantId, String name, String role) {
    return send(
        "admin",
        "POST",
        TOKENS,
        "{\"tenant_id\":\"%s\",\"name\":\"%s\",\"role\":\"%s\"}".formatted(tenantId, name, role));
  }

  private Answer send(String sender, String method, String path, String body) {
    return server.send(secrets.getOrDefault(sender, ""), method, path, body);
  }

  private Answer get(String sender, String path) {
    return send(sender, "GET", path, "");
  }

  /** What each may do; {@code acme} administers another tenant than the default one. */
  @ParameterizedTest
  @CsvSource({
    // method, path, nobody, viewer, editor, admin, acme
    "GET,    /api/v1/tokens,                  401, 403, 403, 200, 200",
    "POST,   /api/v1/tokens,                  401, 403, 403, 422, 422",
    "DELETE, /api/v1/tokens/x,                401, 403, 403, 404, 404",
    "GET,    /api/v1/tokens?tenant_id=other,  401, 403, 403, 200, 403",
    "DELETE, /api/v1/tokens/x?tenant_id=other,401, 403, 403, 404, 403",
    "GET,    /api/v1/retention_classes,       401, 403, 403, 200, 403",
    "PUT,    /api/v1/retention_classes/x,     401, 403, 403, 422, 403",
    "DELETE, /api/v1/retention_classes/x,     401, 403, 403, 404, 403",
    "GET,    /api/v1/quotas,                  401, 403, 403, 200, 403",
    "PUT,    /api/v1/quotas,                  401, 403, 403, 422, 403",
    "DELETE, /api/v1/quotas?service=x,        401, 403, 403, 404, 403",
    "GET,    /api/v1/usage,                   401, 200, 200, 200, 200",
    "GET,    /api/v1/saved_views,             401, 200, 200, 200, 200",
    "POST,   /api/v1/saved_views,             401, 403, 422, 422, 422",
    "GET,    /api/v1/saved_views/x,           401, 404, 404, 404, 404",
    "PUT,    /api/v1/saved_views/x,           401, 403, 422, 422, 422",
    "DELETE, /api/v1/saved_views/x,           401, 403, 404, 404, 404",
    "GET,    /api/v1/settings/price,          401, 200, 200, 200, 200",
    "PUT,    /api/v1/settings/price,          401, 403, 403, 422, 422",
    "DELETE, /api/v1/settings/price,          401, 403, 403, 204, 204",
    "GET,    /api/v1/audit,                   401, 403, 403, 200, 200",
    "GET,    /api/v1/backup,                  401, 403, 403, 200, 403",
    "GET,    /metrics,                        401, 200, 200, 200, 403",
    "PATCH,  /api/v1/tokens,                  401, 403, 405, 405, 405"
  })
  void letsEachRoleDoItsPart(
      String method, String path, int nobody, int viewer, int editor, int admin, int acme) {
    String body = method.startsWith("P") ? "{}" : "";
    assertThat(send("nobody", method, path, body).status()).isEqualTo(nobody);
    assertThat(send("viewer", method, path, body).status()).isEqualTo(viewer);
    assertThat(send("editor", method, path, body).status()).isEqualTo(editor);
    assertThat(send("admin", method, path, body).status()).isEqualTo(admin);
    assertThat(send("acme", method, path, body).status()).isEqualTo(acme);
  }

  @Test
  void tellsTheSecretOfATokenOnce() {
    Answer created = create("shown", "sender", "viewer");
    assertThat(created.status()).isEqualTo(201);
    String token =
        "\"id\":ID,\"tenant_id\":\"shown\",\"name\":\"sender\",\"role\":\"viewer\","
            + "\"created\":TIME,\"last_used\":null,\"expires\":null,\"revoked\":";
    assertThat(created.stableBody()).isEqualTo("{" + token + "null,\"secret\":SECRET}");
    assertThat(get("admin", TOKENS + "?tenant_id=shown").stableBody())
        .isEqualTo("{\"tokens\":[{" + token + "null}]}");
    Answer revoked =
        send("admin", "DELETE", TOKENS + "/" + created.text("id") + "?tenant_id=shown", "");
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.stableBody()).isEqualTo("{" + token + "TIME}");
  }

  @Test
  void refusesARevokedTokenAtOnce() {
    Answer created = create("default", "brief", "admin");
    secrets.put("brief", created.text("secret"));
    assertThat(get("brief", VIEWS).status()).isEqualTo(200);
    assertThat(send("brief", "DELETE", TOKENS + "/" + created.text("id"), "").status())
        .isEqualTo(200);
    assertThat(get("brief", VIEWS).status()).isEqualTo(401);
  }

  @Test
  void makesTokensThatExpire() {
    Answer created =
        send(
            "admin",
            "POST",
            TOKENS,
            "{\"name\":\"x\",\"role\":\"viewer\",\"expires\":\"2020-01-01T00:00:00Z\"}");
    assertThat(created.text("expires")).isEqualTo("2020-01-01T00:00:00.000000000Z");
    secrets.put("expired", created.text("secret"));
    assertThat(get("expired", VIEWS).status()).isEqualTo(401);
  }

  @Test
  void letsAdministratorsMakeTokensOfTheirOwnTenantOnly() {
    Answer own = send("acme", "POST", TOKENS, "{\"name\":\"own\",\"role\":\"viewer\"}");
    assertThat(own.status()).isEqualTo(201);
    assertThat(own.text("tenant_id")).isEqualTo("acme");
    Answer foreign =
        send(
            "acme",
            "POST",
            TOKENS,
            "{\"name\":\"x\",\"role\":\"admin\",\"tenant_id\":\"default\"}");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.stableBody())
        .isEqualTo(
            "{\"type\":\"urn:winnow:problem:forbidden\",\"title\":\"forbidden\",\"status\":403,"
                + "\"detail\":\"this is about more than one tenant and needs a token of the tenant"
                + " default; use a token whose role allows it\","
                + "\"instance\":\"/api/v1/tokens\",\"code\":\"forbidden\",\"trace_id\":TRACE}");
    Answer byId = send("acme", "DELETE", TOKENS + "/" + idOf("viewer"), "");
    assertThat(byId.status()).isEqualTo(404);
    assertThat(get("viewer", VIEWS).status()).isEqualTo(200);
  }

  private String idOf(String name) {
    String tokens = get("admin", TOKENS).body();
    int end = tokens.indexOf("\",\"tenant_id\":\"default\",\"name\":\"" + name);
    return tokens.substring(end - 16, end);
  }

  @Test
  void putsAndRemovesRetentionClasses() {
    String path = CLASSES + "/audit";
    Answer created =
        send(
            "admin",
            "PUT",
            path,
            """
            {"max_age": "P400D", "max_bytes": 5000000000, "position": 1, "rules": [
              {"tenant_id": "acme"},
              {"where": "service = checkout and level >= warn"},
              {"where": {"op": "exists", "field": "trace_id"}, "tenant_id": null}]}
            """);
    String stored =
        "{\"name\":\"audit\",\"position\":1,\"max_age\":\"400d\",\"max_bytes\":5000000000,"
            + "\"rules\":[{\"tenant_id\":\"acme\",\"where\":null},{\"tenant_id\":null,"
            + "\"where\":\"resource.service.name = checkout and level >= warn\"},"
            + "{\"tenant_id\":null,\"where\":\"exists trace_id\"}]}";
    assertThat(created).isEqualTo(new Answer(201, "application/json", stored));
    assertThat(send("admin", "PUT", path, stored))
        .isEqualTo(new Answer(200, "application/json", stored));
    assertThat(get("admin", CLASSES).body())
        .isEqualTo(
            "{\"retention_classes\":["
                + stored
                + ",{\"name\":\"default\",\"position\":1000000,\"max_age\":\"90d\","
                + "\"max_bytes\":null,\"rules\":[]}]}");
    assertThat(send("admin", "DELETE", path, "")).isEqualTo(new Answer(204, "", ""));
    assertThat(send("admin", "DELETE", path, "").status()).isEqualTo(404);
    assertThat(send("admin", "DELETE", CLASSES + "/default", "").status()).isEqualTo(409);
  }

  @Test
  void savesChangesAndRemovesViews() {
    Answer created = send("editor", "POST", VIEWS, VIEW);
    String id = created.text("id");
    String saved =
        "{\"id\":ID,\"name\":\"errors\",\"owner\":ID,\"content\":{\"level\": \"error\"},"
            + "\"created\":TIME,\"updated\":TIME}";
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.stableBody()).isEqualTo(saved);
    assertThat(created.text("owner")).isEqualTo(idOf("editor"));
    assertThat(get("viewer", VIEWS + "/" + id))
        .isEqualTo(new Answer(200, "application/json", created.body()));
    assertThat(get("viewer", VIEWS).body()).isEqualTo("{\"saved_views\":[" + created.body() + "]}");
    assertThat(send("editor", "POST", VIEWS, VIEW).status()).isEqualTo(409);
    Answer replaced = send("editor", "PUT", VIEWS + "/" + id, "{\"name\":\"all\",\"content\":{}}");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.stableBody())
        .isEqualTo(
            "{\"id\":ID,\"name\":\"all\",\"owner\":ID,\"content\":{},\"created\":TIME,"
                + "\"updated\":TIME}");
    assertThat(send("editor", "DELETE", VIEWS + "/" + id, "")).isEqualTo(new Answer(204, "", ""));
    assertThat(get("viewer", VIEWS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsChangeAView() {
    String path = VIEWS + "/" + send("admin", "POST", VIEWS, VIEW).text("id");
    assertThat(send("editor", "PUT", path, VIEW).status()).isEqualTo(403);
    assertThat(send("editor", "DELETE", path, "").status()).isEqualTo(403);
    assertThat(send("admin", "DELETE", path, "").status()).isEqualTo(204);
  }

  @Test
  void hidesTenantsFromEachOther() {
    String id = send("acme", "POST", VIEWS, VIEW).text("id");
    assertThat(get("admin", VIEWS).body()).doesNotContain(id);
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      String body = method.equals("PUT") ? VIEW : "";
      assertThat(send("admin", method, VIEWS + "/" + id, body).status()).isEqualTo(404);
    }
    assertThat(get("acme", VIEWS + "/" + id).status()).isEqualTo(200);
    assertThat(get("acme", TOKENS).body()).doesNotContain("\"default\"");
    assertThat(get("admin", AUDIT + "?limit=1000").body()).doesNotContain(id);
    assertThat(get("acme", AUDIT).body()).contains(id).doesNotContain("\"editor\"");
    assertThat(send("acme", "DELETE", VIEWS + "/" + id, "").status()).isEqualTo(204);
  }

  @Test
  void setsAPriceForTheTenantAlone() {
    String path = "/api/v1/settings/price";
    secrets.put("payer", create("paying", "payer", "admin").text("secret"));
    String price = "{\"per_gb\":0.5,\"currency\":\"EUR\"}";
    String none = "{\"per_gb\":null,\"currency\":null}";

    assertThat(get("payer", path).body()).isEqualTo(none);
    assertThat(send("payer", "PUT", path, price))
        .isEqualTo(new Answer(200, "application/json", price));
    assertThat(get("payer", path).body()).isEqualTo(price);
    assertThat(get("viewer", path).body()).isEqualTo(none);
    assertThat(get("payer", VIEWS).body()).isEqualTo("{\"saved_views\":[]}");
    assertThat(get("payer", VIEWS + "/price").status()).isEqualTo(404);
    assertThat(get("payer", AUDIT + "?limit=1").body()).contains("\"price.put\"", price);
    assertThat(send("payer", "DELETE", path, "").status()).isEqualTo(204);
    assertThat(get("payer", path).body()).isEqualTo(none);
  }

  @Test
  void tellsWhoChangedWhat() {
    secrets.put("log", create("log", "keeper", "admin").text("secret"));
    String id = send("log", "POST", VIEWS, VIEW).text("id");
    send("log", "DELETE", VIEWS + "/" + id, "");
    Answer newest = get("log", AUDIT + "?limit=1");
    String number = newest.body().replaceAll(".*\"next_before\":(\\d+).*", "$1");
    assertThat(newest.stableBody())
        .isEqualTo(
            "{\"entries\":[{\"number\":"
                + number
                + ",\"timestamp\":TIME,\"actor_id\":ID,\"actor_name\":\"keeper\","
                + "\"action\":\"view.remove\",\"target\":ID,\"details\":{\"name\":\"errors\"}}],"
                + "\"next_before\":"
                + number
                + "}");
    Answer older = get("log", AUDIT + "?before=" + number);
    assertThat(older.stableBody().replaceAll("\"number\":\\d+", "\"number\":N"))
        .isEqualTo(
            "{\"entries\":[{\"number\":N,\"timestamp\":TIME,\"actor_id\":ID,"
                + "\"actor_name\":\"keeper\",\"action\":\"view.create\",\"target\":ID,"
                + "\"details\":{\"name\":\"errors\"}},"
                + "{\"number\":N,\"timestamp\":TIME,\"actor_id\":ID,\"actor_name\":\"first"
                + " administrator\",\"action\":\"token.create\",\"target\":ID,"
                + "\"details\":{\"name\":\"keeper\",\"role\":\"admin\"}},"
                + "{\"number\":N,\"timestamp\":TIME,\"actor_id\":ID,\"actor_name\":\"first"
                + " administrator\",\"action\":\"tenant.create\","
                + "\"target\":\"log\",\"details\":{}}],\"next_before\":null}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/v1/tokens | {\"role\":\"viewer\"} | 422 | name is missing",
        "POST | /api/v1/tokens | {\"name\":7,\"role\":\"viewer\"} | 422 | name must be a text",
        "POST | /api/v1/tokens | {\"name\":\" \",\"role\":\"viewer\"} | 422 | name must not be"
            + " blank",
        "POST | /api/v1/tokens | {\"name\":\"x\",\"role\":\"king\"} | 422 | role must be one of",
        "POST | /api/v1/tokens | {\"name\":\"x\",\"role\":\"viewer\",\"to\":1} | 422 | to is"
            + " unknown",
        "POST | /api/v1/tokens | {\"name\":\"x\",\"role\":\"viewer\",\"expires\":1} | 422 | expires"
            + " must",
        "POST | /api/v1/tokens | {\"name\":\"x\",\"role\":\"viewer\",\"tenant_id\":\"a b\"} | 422 |"
            + " tenant_id must",
        "POST | /api/v1/tokens | {\"name\":\"x\",\"name\":\"y\"} | 422 | name is there twice",
        "POST | /api/v1/tokens | [] | 422 | the body must be a JSON object",
        "POST | /api/v1/tokens | {\"name\": | 400 | the body is not JSON",
        "PUT | /api/v1/settings/price | {\"per_gb\":1,\"currency\":\"Euro\"} | 422 | currency"
            + " must be",
        "PUT | /api/v1/quotas | {} | 422 | max_records and max_bytes are both missing",
        "PUT | /api/v1/quotas | {\"max_records\":0} | 422 | max_records is 0, less than 1",
        "PUT | /api/v1/quotas | {\"max_bytes\":-1} | 422 | max_bytes is -1, less than 1",
        "PUT | /api/v1/quotas | {\"max_bytes\":1,\"warn_percentage\":101} | 422 | warn_percentage",
        "PUT | /api/v1/quotas | {\"max_bytes\":1,\"tenant_id\":\"nobody\"} | 404 | there is no"
            + " tenant nobody",
        "PUT | /api/v1/quotas | {\"max_bytes\":1,\"max_byte\":2} | 422 | max_byte",
        "PUT | /api/v1/retention_classes/x | {\"position\":1} | 422 | max_age is missing",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"3w\",\"position\":1} | 422 | max_age"
            + " must be",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1m\",\"position\":1} | 422 | max_age"
            + " must lie",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1d\"} | 422 | position is missing",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1d\",\"position\":9999999999} | 422 |"
            + " position is",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1d\",\"position\":1,\"max_bytes\":3} |"
            + " 422 | max_bytes is",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1d\",\"position\":1,\"name\":\"y\"} |"
            + " 422 | name is",
        "PUT | /api/v1/retention_classes/x | {\"max_age\":\"1d\",\"position\":1,\"rules\":[{}]} |"
            + " 422 | rule must",
        "PUT | /api/v1/retention_classes/x |"
            + " {\"max_age\":\"1d\",\"position\":1,\"rules\":[{\"where\":\"=\"}]} | 422 |"
            + " rules[0].where: ",
        "PUT | /api/v1/retention_classes/.. | {} | 404 | there is nothing",
        "PUT | /api/v1/retention_classes/A%2Fb | {\"max_age\":\"1d\",\"position\":1} | 422 | name"
            + " must be",
        "POST | /api/v1/saved_views | {\"name\":\"x\"} | 422 | content is missing",
        "POST | /api/v1/saved_views | {\"name\":\"x\",\"content\":[]} | 422 | content must be an"
            + " object",
        "GET | /api/v1/audit?limit=0 | '' | 422 | limit is '0'",
        "GET | /api/v1/audit?before=x | '' | 422 | before is 'x'",
        "GET | /api/v1/audit?after=1 | '' | 422 | the parameter 'after' is unknown"
      })
  void namesWhatIsWrongInARequest(
      String method, String path, String body, int status, String detail) {
    Answer refused = send("admin", method, path, body);
    assertThat(refused.text("detail")).startsWith(detail);
    assertThat(refused.status()).isEqualTo(status);
  }

  @Test
  void refusesWhatIsTooLong() {
    String name = "{\"name\":\"%s\",\"content\":{}}".formatted("x".repeat(257));
    assertThat(send("editor", "POST", VIEWS, name).text("detail"))
        .startsWith("name has 257 characters, more than 256");
    String content = "{\"name\":\"x\",\"content\":{\"a\":\"%s\"}}".formatted("x".repeat(70_000));
    Answer large = send("editor", "POST", VIEWS, content);
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.text("detail")).startsWith("content has 70008 bytes, more than 65536");
    assertThat(send("editor", "POST", VIEWS, "x".repeat(2_000_000)).status()).isEqualTo(413);
  }

  /** Programs that write all before they read would otherwise meet a reset. */
  @ParameterizedTest
  @CsvSource({
    "nobody, /api/v1/saved_views, Content-Length: 20000000, 401",
    "viewer, /api/v1/saved_views, Content-Length: 20000000, 403",
    "editor, /api/v1/saved_views, Content-Length: 20000000, 413",
    "editor, /api/v1/saved_views, Transfer-Encoding: chunked, 413",
    "editor, /api/logs, Transfer-Encoding: chunked, 413",
    "nobody, /api/v1/session, Content-Length: 20000000, 413",
    "nobody, /api/v1/session, Transfer-Encoding: chunked, 413",
    "nobody, /v1/logs, Content-Length: 20000000, 413",
    "nobody, /v1/logs, Transfer-Encoding: chunked, 401"
  })
  void answersWhoeverSendsTooMuchBeforeTheyRead(
      String sender, String path, String length, String status) throws IOException {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n"
                  .formatted(path, length)
              + "Authorization: Bearer %s\r\n\r\n".formatted(secrets.get(sender));
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      boolean isChunked = length.endsWith("chunked");
      String piece = isChunked ? "4e20\r\n" + "x".repeat(20_000) + "\r\n" : "x".repeat(20_000);
      for (int i = 0; i < 1000; i++) {
        out.write(piece.getBytes(StandardCharsets.US_ASCII));
      }
      if (isChunked) {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }

      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 " + status);
    }
  }

  @Test
  void servesTheCommandsOfTheTerminal() {
    String admin = secrets.getOrDefault("admin", "");
    try (RemoteTokens remote = new RemoteTokens(new ServerClient(server.address(), admin))) {
      NewToken wish = new NewToken("far", "a b+c", "editor", Optional.of(Duration.ofDays(30)));
      IssuedToken issued = remote.create(wish);
      assertThat(issued.token())
          .extracting(Token::tenantId, Token::name, Token::role)
          .containsExactly("far", "a b+c", Role.EDITOR);
      assertThat(remote.list("far")).containsExactly(issued.token());
      assertThat(server.send(issued.secret().reveal(), "GET", VIEWS, "").status()).isEqualTo(200);
      assertThat(remote.revoke("far", issued.token().id()).isAcceptedAt(remote.now())).isFalse();
      assertThat(server.send(issued.secret().reveal(), "GET", VIEWS, "").status()).isEqualTo(401);
      assertRefused(
          ErrorCode.NOT_FOUND, "there is no token a/b?", () -> remote.revoke("far", "a/b?"));
    }
  }

  @Test
  void tellsTheTerminalWhyItMayNot() {
    try (RemoteTokens remote = new RemoteTokens(new ServerClient(server.address(), ""))) {
      assertRefused(
          ErrorCode.UNAUTHENTICATED,
          "give a token with --token or in WINNOW_TOKEN",
          () -> remote.list("default"));
    }
    URI nowhere = URI.create("http://127.0.0.1:1");
    try (RemoteTokens remote = new RemoteTokens(new ServerClient(nowhere, ""))) {
      assertRefused(
          ErrorCode.SERVER_NOT_REACHABLE,
          "no server answers at http://127.0.0.1:1",
          () -> remote.list("default"));
    }
  }

  private static void assertRefused(ErrorCode code, String message, ThrowingCallable action) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, action))
        .hasMessageContaining(message)
        .extracting(WinnowException::code)
        .isEqualTo(code);
  }
}
