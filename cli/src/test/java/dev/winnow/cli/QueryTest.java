package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueryTest {
  private static final String FAILED =
      """
      {"timestamp":"2026-11-21T12:00:01.500000000Z","level":"ERROR","service":"cart",\
      "message":"failed\\u001b[31m\\nat x","trace_id":null}\
      """;
  private static final String ADDED =
      """
      {"timestamp":"2026-11-21T12:00:00.000000000Z","level":null,"service":null,"message":"added"}\
      """;

  private final AnsweringServer server;

  QueryTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String page(String next, String total, String... records) {
    return "{\"logs\":[%s],\"total\":%s,\"page\":1,\"limit\":100,\"next_cursor\":%s}"
        .formatted(String.join(",", records), total, next);
  }

  private Invocation ask(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "--url", server.url()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  @Test
  void printsRecordsThatCannotHarmATerminal() {
    server.answering(200, page("null", "2", FAILED, ADDED));

    Invocation asked = ask("query");

    assertThat(asked.out())
        .isEqualTo(
            """
            2026-11-21 12:00:01.500  ERROR  cart              failed [31m\\nat x
            2026-11-21 12:00:00.000  ?                        added
            """);
    assertThat(asked.err()).isEmpty();
    assertThat(asked.exitCode()).isZero();
    assertThat(server.questions()).containsExactly("/api/logs?limit=100");
    assertThat(server.tokens()).containsExactly("null");
  }

  @Test
  void paintsLevelsOnATerminal() {
    server.answering(200, page("null", "1", FAILED));

    Invocation asked =
        Invocation.withInput(
            new byte[0], new Terminal(100, true, true, false), "query", "--url", server.url());

    assertThat(asked.out()).contains("\u001b[31mERROR\u001b[0m");
  }

  @Test
  void asksWithEverythingThatIsGiven() {
    server.answering(200, page("null", "0"));

    ask(
        "query",
        "level >= warn",
        "--search=a&b",
        "--service=cart",
        "--service=checkout",
        "--level=error",
        "--since=2026-11-21T10:00:00Z",
        "--until=2026-11-21T11:00:00Z",
        "--limit=7",
        "--token=secret");

    assertThat(server.questions())
        .containsExactly(
            "/api/logs?service=cart&service=checkout&level=error"
                + "&start_time=2026-11-21T10%3A00%3A00Z&end_time=2026-11-21T11%3A00%3A00Z"
                + "&query=level%20%3E%3D%20warn&search=a%26b&limit=7");
    assertThat(server.tokens()).containsExactly("Bearer secret");
  }

  @Test
  void goesOnByCursorUpToTheLimit() {
    String[] full = new String[500];
    Arrays.fill(full, ADDED);
    server
        .answering(200, page("\"2.abc\"", "900", full))
        .answering(200, page("\"3.def\"", "900", ADDED, ADDED));

    Invocation asked = ask("query", "--limit", "502", "--json");

    assertThat(asked.out().lines()).hasSize(502).allMatch(ADDED::equals);
    assertThat(server.questions())
        .containsExactly("/api/logs?limit=500", "/api/logs?limit=2&cursor=2.abc");
    assertThat(asked.err()).isEqualTo("winnow: these are 502 of 900; --limit prints more\n");
  }

  @Test
  void countsRecords() {
    server.answering(200, page("\"2.abc\"", "23451", ADDED));

    Invocation asked = ask("query", "--count", "--search", "added");

    assertThat(asked.out()).isEqualTo("23451\n");
    assertThat(server.questions()).containsExactly("/api/logs?search=added&limit=1&count=true");
  }

  @Test
  void showsWhereAPredicateIsWrongWithoutAsking() {
    Invocation asked = ask("query", "level = ");

    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err()).startsWith("winnow: predicate: ").contains("^");
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void tellsHowToGetAToken() {
    server.answering(
        401, "{\"status\":401,\"code\":\"unauthenticated\",\"detail\":\"there is no token\"}");

    Invocation asked = ask("query");

    assertThat(asked.exitCode()).isEqualTo(69);
    assertThat(asked.err())
        .isEqualTo(
            """
            winnow: %s answers 401: there is no token
            winnow: give a token with --token or in WINNOW_TOKEN
            winnow: send a token: 'Authorization: Bearer TOKEN'; an admin makes one with 'winnow token create'
            """
                .formatted(server.url()));
  }

  @Test
  void tellsWhatTheServerRefuses() {
    server.answering(
        422, "{\"code\":\"invalid_parameter\",\"detail\":\"level is 'loud', and ...\"}");

    Invocation asked = ask("query", "--level", "loud");

    assertThat(asked.err()).contains("answers 422: level is 'loud', and ...\n");
  }

  @Test
  void saysThatNothingAnswers() {
    server.close();

    Invocation asked = ask("query");

    assertThat(asked.exitCode()).isEqualTo(69);
    assertThat(asked.err())
        .startsWith("winnow: no server answers at " + server.url())
        .endsWith("winnow: start one with 'winnow serve', or name where it is with --url\n");
  }

  @Test
  void saysThatSomethingElseAnswers() {
    server.answering(200, "<html>");

    assertThat(ask("query").err())
        .startsWith("winnow: what answers at " + server.url() + " is no Winnow server\n");
  }

  @Test
  void refusesAddressesThatAreNone() {
    for (String url : List.of("localhost:8005", "ftp://x", "http://", "http://a b")) {
      Invocation asked = Invocation.of("query", "--url", url);

      assertThat(asked.exitCode()).isEqualTo(1);
      assertThat(asked.err())
          .startsWith("winnow: --url: '" + url + "' is no address such as http://localhost:8005\n");
    }
  }

  @Test
  void printsTemplatesAsATable() {
    server.answering(
        200,
        """
        {"patterns":[
          {"template_id":"00000000000000ff","template":"Added <num> items","count":1500,
           "bytes":30000,"severities":{"INFO":1400,"ERROR":100},"trend":[0,2,4]},
          {"template_id":"00000000000000fe","template":null,"count":300,"bytes":300,
           "severities":{"ERROR":300},"trend":[1]}],
         "total_records":2000,"total_patterns":4,"other_records":200,"other_patterns":2,
         "start_time":"2026-11-20T12:01:00.000000000Z","end_time":"2026-11-21T12:01:00.000000000Z"}
        """);

    Invocation asked = ask("templates", "--sort", "bytes", "--top", "2", "--level", "info");

    assertThat(asked.out())
        .isEqualTo(
            """
            2 000 records in 4 templates  from 2026-11-20 12:01 until 2026-11-21 12:01

            TEMPLATES                                       records    share     size  trend
              1 I Added <num> items                           1 500   75.0 %  30.0 kB   ▄█
              2 E (no text)                                     300   15.0 %    300 B  █
                  2 more templates                              200   10.0 %
            """);
    assertThat(server.questions()).containsExactly("/api/patterns?level=info&sort=bytes&limit=2");
  }

  @Test
  void printsTemplatesAsJson() {
    server.answering(200, "{\"patterns\":[],\"total_records\":0}");

    assertThat(ask("templates", "--json").out())
        .isEqualTo("{\"patterns\":[],\"total_records\":0}\n");
  }

  @Test
  void showsTheBeginningOfALongMessage() {
    String text = "x".repeat(1_999) + "\ud83d\ude00" + "y".repeat(10_000);
    server.answering(200, page("null", "1", "{\"message\":\"" + text + "\"}"));

    assertThat(ask("query").out())
        .endsWith("  " + "x".repeat(1_999) + " (10 002 more characters; --json prints all)\n");
  }

  @Test
  void printsJsonThatCannotHarmATerminal() {
    server.answering(200, page("null", "1", "{\"message\":\"\u009b31m\u202e\"}"));

    assertThat(ask("query", "--json").out()).isEqualTo("{\"message\":\"\\u009b31m\\u202e\"}\n");
  }

  @Test
  void asksForFewerRecordsIfTheirAnswerIsTooLarge() {
    server
        .answering(422, "{\"code\":\"answer_too_large\",\"detail\":\"too large\"}")
        .answering(200, page("\"2.abc\"", "null", ADDED))
        .answering(200, page("null", "null", ADDED));

    assertThat(ask("query", "--limit", "30").out().lines()).hasSize(2);
    assertThat(server.questions())
        .containsExactly(
            "/api/logs?limit=30", "/api/logs?limit=3", "/api/logs?limit=29&cursor=2.abc");
  }

  @Test
  void asksBelowThePathOfAnAddress() {
    server.answering(200, page("null", "0"));

    Invocation.of("query", "--url", server.url() + "/logs/");

    assertThat(server.questions()).containsExactly("/logs/api/logs?limit=100");
  }
}
