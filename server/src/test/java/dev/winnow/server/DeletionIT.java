package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.server.ApiServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeletionIT {
  private static final String DELETIONS = "/api/v1/deletions";
  private static final String SECRET = "hunter2-is-no-good-password";
  private static final String WISH =
      """
      {"where":"body contains \\"%s\\"","from":"1d","to":"2100-01-01T00:00:00Z",
      "reason":"a leak","dry_run":%s}
      """;

  private Path directory;
  private ApiServer server;

  /** Of a tenant that each test has for itself. */
  private String admin = "";

  private int tests;

  @BeforeAll
  void start(@TempDir Path temporary) {
    directory = temporary;
    server = new ApiServer(directory);
  }

  @AfterAll
  void end() {
    server.close();
  }

  @BeforeEach
  void sendRecords() {
    admin = token("t" + tests++, "admin");
    send("login " + SECRET, "login ok", "again " + SECRET);
  }

  private void send(String... bodies) {
    StringBuilder lines = new StringBuilder();
    for (String body : bodies) {
      lines.append("{\"body\":\"").append(body).append("\",\"service\":\"shop\"}\n");
    }
    assertThat(
            server
                .send(
                    "POST",
                    "/api/logs",
                    lines.toString().getBytes(StandardCharsets.UTF_8),
                    Map.of(
                        "Content-Type", "application/x-ndjson", "Authorization", "Bearer " + admin))
                .statusCode())
        .isEqualTo(200);
  }

  private Answer post(String secret, String body) {
    return server.send(secret, "POST", DELETIONS, body);
  }

  private Answer get(String path) {
    return server.send(admin, "GET", path, "");
  }

  private Answer awaitEnd(String id) {
    Answer deletion = get(DELETIONS + "/" + id);
    while (deletion.body().contains("\"state\":\"running\"")) {
      deletion = get(DELETIONS + "/" + id);
    }
    return deletion;
  }

  @Test
  void deletesRecordsForGood() throws IOException {
    // Without a digit in it, it is a word of its template.
    String secret = "the-one-that-leaked";
    send("password " + secret);
    get("/api/logs");
    assertThat(filesWith(secret)).isNotEmpty();

    awaitEnd(post(admin, WISH.formatted(secret, "false")).text("id"));
    assertThat(get("/api/logs?count=true").body()).contains("\"total\":3").doesNotContain(secret);
    assertThat(filesWith(secret)).isEmpty();
    assertThat(get("/api/v1/audit").body()).doesNotContain(secret);
  }

  @Test
  void tellsHowManyWouldGoAndWent() {
    Answer preview = post(admin, WISH.formatted(SECRET, "true"));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body())
        .contains("\"records\":2", "\"services\":[{\"service\":\"shop\",\"records\":2}]");
    assertThat(get("/api/logs?count=true&search=" + SECRET).body()).contains("\"total\":2");

    Answer accepted = post(admin, WISH.formatted(SECRET, "false"));
    assertThat(accepted.status()).isEqualTo(202);
    Answer done = awaitEnd(accepted.text("id"));
    assertThat(done.body())
        .contains("\"state\":\"done\"", "\"records\":2", "\"fields\":[\"body\"]")
        .contains("\"actor_name\":\"x\"", "\"failure\":null")
        .doesNotContain(SECRET);
    assertThat(get("/api/logs?count=true").body()).contains("\"total\":1", "login ok");
    assertThat(get(DELETIONS).body()).isEqualTo("{\"deletions\":[" + done.body() + "]}");
    String audit = get("/api/v1/audit").body();
    assertThat(audit)
        .contains("deletion.request", "\"reason\":\"a leak\"", "deletion.end", "{\"records\":2}")
        .doesNotContain(SECRET);
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void leavesTheLedgerAsItWas() {
    String before = get("/api/v1/ledger").body();
    assertThat(before).contains("\"records\":3");
    awaitEnd(post(admin, WISH.formatted(SECRET, "false")).text("id"));
    assertThat(get("/api/v1/ledger").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                            | where is missing",
        "{'from':'1d','to':'0s','reason':'x'}                          | where is missing",
        "{'where':{'and':[]},'from':'1d','to':'0s','reason':'x'}       | where",
        "{'where':'a = 1','to':'0s','reason':'x'}                      | from is missing",
        "{'where':'a = 1','from':'','to':'0s','reason':'x'}            | from is missing",
        "{'where':'a = 1','from':'1d','reason':'x'}                    | to is missing",
        "{'where':'a = 1','from':'0s','to':'1d','reason':'x'}          | a time before to",
        "{'where':'a = 1','from':'soon','to':'1d','reason':'x'}        | from is 'soon'",
        "{'where':'a = 1','from':'1d','to':'0s'}                       | reason is missing",
        "{'where':'a = 1','from':'1d','to':'0s','reason':' '}          | reason must not be blank",
        "{'where':'a =','from':'1d','to':'0s','reason':'x'}            | where: ",
        "{'where':'sevrice = 1','from':'1d','to':'0s','reason':'x'}    | where: ",
        "{'where':'a = 1','from':'1d','to':'0s','reason':'x','y':1}    | y is unknown here",
        "{'where':'a=1','from':'1d','to':'0s','reason':'x','dry_run':1}| dry_run must be true or"
      })
  void refusesWhatIsNotSaidOrWrong(String body, String reason) {
    Answer refused = post(admin, body.replace('\'', '"'));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(reason);
    assertThat(get(DELETIONS).body()).isEqualTo("{\"deletions\":[]}");
  }

  @Test
  void isForAdministratorsAndTheirTenant() {
    String editor = token("default", "editor");
    String operator = server.firstSecret();
    String wish = WISH.formatted(SECRET, "true");
    String tenant = post(admin, WISH.formatted("nothing", "false")).text("tenant_id");
    String ofTenant = wish.replace("{\"where\"", "{\"tenant_id\":\"" + tenant + "\",\"where\"");
    String ofDefault = wish.replace("{\"where\"", "{\"tenant_id\":\"default\",\"where\"");
    assertThat(post("", wish).status()).isEqualTo(401);
    assertThat(post(editor, wish).status()).isEqualTo(403);
    assertThat(post(operator, wish).body()).contains("\"records\":0");
    assertThat(post(operator, ofTenant).body()).contains("\"records\":2");
    assertThat(post(admin, ofDefault).status()).isEqualTo(403);
    assertThat(server.send(editor, "GET", DELETIONS, "").status()).isEqualTo(403);
    assertThat(get(DELETIONS + "?tenant_id=default").status()).isEqualTo(403);

    String id = post(admin, WISH.formatted(SECRET, "false")).text("id");
    assertThat(server.send(operator, "GET", DELETIONS + "/" + id, "").status()).isEqualTo(404);
    assertThat(
            server
                .send(operator, "GET", DELETIONS + "/" + id + "?tenant_id=" + tenant, "")
                .status())
        .isEqualTo(200);
    awaitEnd(id);
  }

  private String token(String tenantId, String role) {
    return server
        .send(
            server.firstSecret(),
            "POST",
            "/api/v1/tokens",
            "{\"tenant_id\":\"%s\",\"name\":\"x\",\"role\":\"%s\"}".formatted(tenantId, role))
        .text("secret");
  }
}
