package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TailTest {
  private static final String PATH = "/api/v1/logs/stream";
  private static final String REFUSAL =
      """
      {"code":"unauthenticated","detail":"the token is unknown, expired or revoked"}
      """;

  private final AnsweringServer server;

  TailTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String event(String id, String data) {
    return "id: " + id + "\ndata: " + data + "\n\n";
  }

  private static String record(String id, String message, String template) {
    return event(
        id,
        """
        {"type":"new_log","data":{"timestamp":"2026-11-21T12:00:01.500000000Z","level":"ERROR",\
        "service":"cart","message":"%s","template_id":"%s"},"cursor":"%s"}\
        """
            .formatted(message, template, id));
  }

  /** Tails until the server refuses. */
  private Invocation tail(String... options) {
    server.answering(401, REFUSAL);
    List<String> arguments = new ArrayList<>(List.of("tail", "--url", server.url()));
    arguments.addAll(List.of(options));
    return Invocation.withInput(
        new byte[0], new Terminal(100, true, true, false), arguments.toArray(String[]::new));
  }

  @Test
  void printsRecordsAsTheyComeAndWhatIsLeftOut() {
    server.answering(
        200,
        event("A", "{\"type\":\"cursor\",\"cursor\":\"A\"}")
            + record("B", "failed\\u001b[31m", "t")
            + ":\n\n"
            + event("C", "{\"type\":\"dropped\",\"count\":234,\"cursor\":\"C\"}")
            + event("D", "{\"type\":\"dropped\",\"cursor\":\"D\"}"));

    Invocation tailed = tail("--no-color");

    assertThat(tailed.out())
        .isEqualTo("2026-11-21 12:00:01.500  ERROR  cart              failed [31m\n");
    assertThat(tailed.err())
        .startsWith(
            """
            winnow: 234 records are left out, as they came too fast
            winnow: records are left out, as more were stored meanwhile than are shown
            winnow: the connection to the server is lost; trying again every second
            """);
    assertThat(tailed.exitCode()).isEqualTo(69);
  }

  @Test
  void goesOnWhereTheServerSaidLastWhenTheConnectionIsLost() {
    server.answering(
        200, record("B", "first", "t") + ":\nid: C\n\n" + record("D", "torn", "t").strip());
    server.answering(200, record("E", "second", "t"));

    Invocation tailed = tail("--no-color");

    assertThat(tailed.out().lines()).hasSize(2);
    assertThat(tailed.out()).contains("first", "second");
    assertThat(tailed.err()).contains("winnow: connected again; what was stored meanwhile follows");
    assertThat(server.questions()).containsExactly(PATH, PATH + "?after=C", PATH + "?after=E");
  }

  @Test
  void asksWithEverythingThatIsGiven() {
    tail("level >= warn", "--search=a&b", "--service=cart", "--level=error", "--token=secret");

    assertThat(server.questions())
        .containsExactly(
            PATH + "?service=cart&level=error&query=level%20%3E%3D%20warn&search=a%26b");
    assertThat(server.tokens()).containsExactly("Bearer secret");
  }

  @Test
  void paintsLevelsOnATerminal() {
    server.answering(200, record("B", "failed", "t"));

    assertThat(tail().out()).contains("\u001b[31mERROR\u001b[0m");
  }

  @Test
  void printsTheFirstRecordOfATemplateAtOnce() {
    server.answering(200, record("B", "user 1", "u"));

    assertThat(tail("--templates", "--no-color").out()).endsWith("user 1\n");
  }

  @Test
  void printsEachRecordAsJson() {
    server.answering(200, event("B", "{\"type\":\"new_log\",\"data\":{\"body\":\"a\\u202e\"}}"));

    assertThat(tail("--json").out()).isEqualTo("{\"body\":\"a\\u202e\"}\n");
  }

  @Test
  void beginsAnewWithAServerThatHasOtherData() {
    server.answering(200, record("B", "first", "t"));
    server.answering(422, "{\"code\":\"invalid_cursor\",\"detail\":\"nothing was stored yet\"}");
    server.answering(200, record("C", "second", "t"));

    Invocation tailed = tail();

    assertThat(tailed.out()).contains("first", "second");
    assertThat(tailed.err()).contains("the server has other data than before");
    assertThat(server.questions())
        .containsExactly(PATH, PATH + "?after=B", PATH, PATH + "?after=C");
  }

  @Test
  void failsAtOnceWhereNoServerIs() {
    server.close();
    Invocation tailed = Invocation.of("tail", "--url", server.url());

    assertThat(tailed.err()).startsWith("winnow: no server answers at " + server.url());
    assertThat(tailed.exitCode()).isEqualTo(69);
  }

  @Test
  void takesForgedEventsForWhatTheyAre() {
    server.answering(
        200,
        event("B", "{\"type\":\"new_log\"")
            + event("C", "[]")
            + event("D", "{\"type\":\"new_log\",\"data\":7}")
            + "data\n\nretry: 1\n\n");

    Invocation tailed = tail("--no-color");

    assertThat(tailed.exitCode()).isEqualTo(69);
    assertThat(server.questions()).containsExactly(PATH, PATH + "?after=D");
  }
}
