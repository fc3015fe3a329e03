package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.Attributes;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens are needed, nobody sees what belongs to others or does what he may not. */
final class TenantsTest {
  private static final String LOGS = "/api/logs";
  private static final String LEDGER = "/api/v1/ledger";
  private static final String TOKENS = "/api/v1/tokens";
  private static final String VIEWS = "/api/v1/saved_views";
  private static final int PERMISSION_DENIED = 7;
  private static final int UNAUTHENTICATED = 16;

  @TempDir private static Path home;
  private static RunningServer server;
  private static Http operator;

  @BeforeAll
  static void start() {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    server = RunningServer.start(winnow, home.resolve("data"), "auth.enabled=true");
    operator = server.api().as(server.firstToken());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer token(Http admin, String tenant, String role) {
    return admin.post(
        TOKENS,
        """
        {"name":"of the test","role":"%s","tenant_id":"%s"}
        """
            .formatted(role, tenant));
  }

  private static Http holder(String tenant, String role) {
    return server.api().as(token(operator, tenant, role).text("secret"));
  }

  private static byte[] otlp(String body) {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    request
        .addResourceLogsBuilder()
        .addScopeLogsBuilder()
        .addLogRecordsBuilder()
        .setBody(AnyValue.newBuilder().setStringValue(body));
    return request.build().toByteArray();
  }

  @Test
  void printsTheFirstTokenOnce() {
    PackagedProgram winnow = new PackagedProgram(home.resolve("other")).withServer();
    Path data = home.resolve("other-data");
    try (RunningServer first = RunningServer.start(winnow, data, "auth.enabled=true")) {
      assertThat(first.api().as(first.firstToken()).get(TOKENS).status()).isEqualTo(200);
    }
    RunningServer second = RunningServer.start(winnow, data, "auth.enabled=true");
    second.close();

    assertThat(second.lastWords()).noneMatch(line -> line.contains("token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LOGS,
        LOGS + "/facets",
        "/api/patterns",
        "/api/metrics",
        LEDGER,
        TOKENS,
        VIEWS,
        "/metrics",
        "/nothing"
      })
  void answersNobodyWithoutAToken(String path) {
    Answer nobody = server.api().get(path);

    assertThat(nobody.problem()).isEqualTo("401 unauthenticated");
    assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(server.api().as("wrong").get(path).problem()).isEqualTo("401 unauthenticated");
  }

  @Test
  void takesNothingInWithoutAToken() {
    assertThat(server.api().post(LOGS, "{\"message\":\"x\"}").status()).isEqualTo(401);
    assertThat(protobuf(server.otlp()).status()).isEqualTo(401);
    assertThat(grpc("")).isEqualTo(UNAUTHENTICATED);
  }

  @Test
  void saysHowItIsToAnybody() {
    assertThat(server.api().get("/health/live").text("status")).isEqualTo("live");
    assertThat(server.api().get("/health/ready").text("status")).isEqualTo("ready");
  }

  @Test
  void showsEachTenantOnlyItsOwn() {
    Http red = holder("red", "admin");
    Http blue = holder("blue", "admin");
    String record = sent(red, "red-service", "the red secret 1");
    sent(blue, "blue-service", "the blue secret 1");
    String template = red.get("/api/patterns").list("patterns").getFirst().at("template_id").text();
    String view = red.post(VIEWS, "{\"name\":\"mine\",\"content\":{}}").text("id");
    String token = token(red, "red", "viewer").text("id");

    assertThat(texts(blue.get(LOGS), "logs", "body")).containsExactly("the blue secret 1");
    assertThat(blue.get(LOGS + "?search=red&count=true").number("total")).isZero();
    assertThat(blue.get(LOGS + "/" + record).problem()).isEqualTo("404 not_found");
    assertThat(blue.get(LOGS + "/" + record + "/context").problem()).isEqualTo("404 not_found");
    assertThat(blue.get(LOGS + "/facets?field=service").text()).doesNotContain("red");
    assertThat(blue.get(LOGS + "/histogram?by=service").text()).doesNotContain("red");
    assertThat(texts(blue.get("/api/patterns"), "patterns", "template"))
        .containsExactly("the blue secret <num>");
    assertThat(blue.get("/api/patterns/" + template).problem()).isEqualTo("404 not_found");
    assertThat(blue.get(LEDGER).number("received")).isEqualTo(1);
    assertThat(blue.get("/api/logs/stats/services").text()).doesNotContain("red");
    assertThat(texts(blue.get(VIEWS), "saved_views", "id")).isEmpty();
    assertThat(blue.get(VIEWS + "/" + view).problem()).isEqualTo("404 not_found");
    assertThat(blue.delete(VIEWS + "/" + view).problem()).isEqualTo("404 not_found");
    assertThat(texts(blue.get(TOKENS), "tokens", "tenant_id")).containsOnly("blue");
    assertThat(blue.delete(TOKENS + "/" + token).problem()).isEqualTo("404 not_found");
    assertThat(blue.get(TOKENS + "?tenant_id=red").problem()).isEqualTo("403 forbidden");
    assertThat(token(blue, "red", "admin").problem()).isEqualTo("403 forbidden");
    assertThat(Accounts.records(red)).isEqualTo(1);
    assertThat(Accounts.records(blue)).isEqualTo(1);
  }

  /** The id of a record that is now stored. */
  private static String sent(Http sender, String service, String body) {
    Answer answer =
        sender.post(LOGS, "{\"message\":\"%s\",\"service\":\"%s\"}".formatted(body, service));
    assertThat(answer.status()).isEqualTo(200);
    return sender.get(LOGS).list("logs").getFirst().at("id").text();
  }

  private static List<String> texts(Answer answer, String list, String member) {
    Stream<Attributes> elements = answer.list(list).stream();
    return elements.map(element -> element.value(member).text()).toList();
  }

  @Test
  void letsViewersOnlyRead() {
    Http viewer = holder("green", "viewer");

    assertThat(viewer.get(LOGS).status()).isEqualTo(200);
    assertThat(viewer.post(LOGS, "{\"message\":\"x\"}").problem()).isEqualTo("403 forbidden");
    assertThat(viewer.post(VIEWS, "{\"name\":\"x\",\"content\":{}}").problem())
        .isEqualTo("403 forbidden");
    assertThat(protobuf(server.otlp().as(viewer.token())).status()).isEqualTo(403);
    assertThat(grpc(viewer.token())).isEqualTo(PERMISSION_DENIED);
    assertThat(viewer.get(TOKENS).problem()).isEqualTo("403 forbidden");
    assertThat(viewer.get(LEDGER).number("received")).isZero();
  }

  @Test
  void letsEditorsSendByEveryProtocol() {
    Http editor = holder("yellow", "editor");

    assertThat(editor.post(LOGS, "{\"message\":\"x\"}").status()).isEqualTo(200);
    assertThat(protobuf(server.otlp().as(editor.token())).status()).isEqualTo(200);
    assertThat(grpc(editor.token())).isZero();
    assertThat(Accounts.records(editor)).isEqualTo(3);
    assertThat(token(editor, "yellow", "viewer").problem()).isEqualTo("403 forbidden");
  }

  @Test
  void refusesARevokedTokenAtOnce() {
    Answer issued = token(operator, "black", "editor");
    Http holder = server.api().as(issued.text("secret"));
    assertThat(holder.get(LOGS).status()).isEqualTo(200);

    assertThat(operator.delete(TOKENS + "/" + issued.text("id") + "?tenant_id=black").status())
        .isEqualTo(200);

    assertThat(holder.get(LOGS).problem()).isEqualTo("401 unauthenticated");
    assertThat(protobuf(server.otlp().as(holder.token())).status()).isEqualTo(401);
    assertThat(grpc(holder.token())).isEqualTo(UNAUTHENTICATED);
  }

  private static Answer protobuf(Http sender) {
    return sender.post("/v1/logs", otlp("a text"), "Content-Type", "application/x-protobuf");
  }

  private static int grpc(String token) {
    return new GrpcCaller(server.grpc(), token).call(GrpcCaller.EXPORT_LOGS, otlp("a text"));
  }
}
