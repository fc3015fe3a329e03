package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query is understood, or its writer is shown where it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryIT {
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
  }

  private ApiServer.Answer ask(String path, String query) {
    String address = path + "?query=" + URLEncoder.encode(query, UTF_8);
    return server.send(server.firstSecret(), "GET", address, "");
  }

  private JsonNode read(String query) {
    ApiServer.Answer answer = ask("/api/logs/query", query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.complaints("/api/logs/query GET", answer)).isEmpty();
    return ApiDescription.read(answer.body());
  }

  private static List<String> conditions(JsonNode answer) {
    List<String> texts = new ArrayList<>();
    answer.get("conditions").forEach(each -> texts.add(each.get("query").asText()));
    return texts;
  }

  @Test
  void givesBothFormsOfEachCondition() {
    JsonNode answer = read("service=checkout and (a or not b) and level in (warn, error)");

    assertThat(conditions(answer))
        .containsExactly(
            "resource.service.name = checkout",
            "body contains a or body not contains b",
            "level = warn or level = error");
    assertThat(answer.at("/conditions/0/predicate"))
        .hasToString(
            "{\"op\":\"equals\",\"field\":\"resource.service.name\",\"value\":\"checkout\"}");
    assertThat(read(answer.get("query").asText())).isEqualTo(answer);
    assertThat(read(answer.get("predicate").toString())).isEqualTo(answer);
  }

  @Test
  void takesOneConditionForWhatItIs() {
    JsonNode answer = read("a or b");

    String text = "body contains a or body contains b";
    assertThat(conditions(answer)).containsExactly(text);
    assertThat(answer.get("query").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "all()"})
  void saysNothingOfNothing(String query) {
    JsonNode answer = read(query);

    assertThat(answer)
        .hasToString("{\"query\":\"\",\"predicate\":{\"op\":\"and\",\"of\":[]},\"conditions\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "level >= loud and a | 9 | 4",
        "~  level => warn~ | 8 | 2",
        "a and | 5 | 0",
        "\uD83D\uDE00 like x | 3 | 4",
        "a = \"b | 4 | 2"
      })
  void pointsAtWhatIsWrong(String query, int offset, int length) {
    for (String path : new String[] {"/api/logs/query", "/api/logs", "/api/v1/logs/stream"}) {
      ApiServer.Answer refused = ask(path, query);
      JsonNode problem = ApiDescription.read(refused.body());

      assertThat(refused.status()).isEqualTo(422);
      assertThat(problem.get("code").asText()).isEqualTo("invalid_predicate");
      assertThat(problem.get("offset").asInt()).isEqualTo(offset);
      assertThat(problem.get("length").asInt()).isEqualTo(length);
    }
    assertThat(api.complaints("/api/logs GET", ask("/api/logs", query))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"op\":\"no\"}", "{\"op\":\"equals\"}"})
  void pointsNowhereInTheJsonForm(String query) {
    ApiServer.Answer refused = ask("/api/logs/query", query);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("\"offset\"");
  }

  @Test
  void needsAToken() {
    assertThat(server.send("", "GET", "/api/logs/query?query=a", "").status()).isEqualTo(401);
  }
}
