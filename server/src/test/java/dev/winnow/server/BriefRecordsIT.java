package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.server.ApiServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists give records in brief to who asks so, and one by its id is whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BriefRecordsIT {
  private static final int LARGE = 60;
  private static final int BODY_LENGTH = 1_000_000;

  private ApiServer server;
  private ApiDescription api;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    api = new ApiDescription(server);
    for (int i = 0; i < LARGE; i++) {
      send("{\"service\":\"large\",\"message\":\"%s\"}".formatted(large(i)));
    }
    send("{\"service\":\"wide\",\"message\":\"%s\",%s}".formatted(large(0), attributes()));
    send("{\"service\":\"small\",\"message\":\"small\"}");
  }

  private static String large(int place) {
    return (place + " no answer from upstream; ".repeat(BODY_LENGTH / 20))
        .substring(0, BODY_LENGTH);
  }

  private static String attributes() {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "\"key%d\":%d".formatted(i, i))
        .collect(Collectors.joining(","));
  }

  private void send(String record) {
    assertThat(server.send(server.firstSecret(), "POST", "/api/logs", record).status())
        .isEqualTo(200);
  }

  @AfterAll
  void end() {
    server.close();
  }

  private Answer get(String address) {
    return server.send(server.firstSecret(), "GET", address, "");
  }

  private JsonNode list(String address) {
    Answer answer = get(address);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.complaints("/api/logs GET", answer)).isEmpty();
    return ApiDescription.read(answer.body()).get("logs");
  }

  @Test
  void givesAPageOfTheLargestRecords() {
    JsonNode logs = list("/api/logs?service=large&limit=%d&brief=true".formatted(LARGE));

    assertThat(logs).hasSize(LARGE);
    assertThat(logs.toString().length()).isLessThan(LARGE * 5_000);
    assertThat(logs.get(0).get("message").asText()).isEqualTo(large(LARGE - 1).substring(0, 2_048));
    assertThat(logs.get(0).get("shortened"))
        .hasToString("{\"body_length\":1000000,\"attributes\":0,\"values\":0}");
  }

  @Test
  void givesAllOfOneByItsId() {
    JsonNode brief = list("/api/logs?service=wide&brief=true&column=attributes.key9999").get(0);
    JsonNode whole = ApiDescription.read(get("/api/logs/" + brief.get("id").asText()).body());

    assertThat(brief.get("attributes")).hasSize(65);
    assertThat(brief.at("/attributes/key9999").asInt()).isEqualTo(9_999);
    assertThat(brief.at("/shortened/attributes").asInt()).isEqualTo(9_935);
    assertThat(whole.get("attributes")).hasSize(10_000);
    assertThat(whole.get("body").asText()).isEqualTo(large(0));
    assertThat(whole.has("shortened")).isFalse();
  }

  @Test
  void saysNothingOfWhatIsWhole() {
    assertThat(list("/api/logs?service=small&brief=true"))
        .isEqualTo(list("/api/logs?service=small"));
  }

  @Test
  void givesTheSurroundingsInBrief() {
    JsonNode newest = list("/api/logs?service=large&limit=%d&brief=true".formatted(LARGE));
    String id = newest.get(LARGE - 50).get("id").asText();

    Answer answer = get("/api/logs/%s/context?before=45&after=40&brief=true".formatted(id));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.complaints("/api/logs/{id}/context GET", answer)).isEmpty();
    JsonNode context = ApiDescription.read(answer.body());
    List<JsonNode> all = new ArrayList<>();
    context.get("before").forEach(all::add);
    all.add(context.get("log"));
    context.get("after").forEach(all::add);
    assertThat(all.reversed())
        .hasSize(45 + 1 + 10)
        .isEqualTo(StreamSupport.stream(newest.spliterator(), false).limit(LARGE - 4).toList());
  }

  @Test
  void looksAtAsManyRecordsAsFit() {
    JsonNode fields = ApiDescription.read(get("/api/logs/fields?service=large").body());

    assertThat(fields.get("sampled_records").asInt()).isEqualTo(15);
    assertThat(fields.get("is_complete").asBoolean()).isFalse();
    assertThat(fields.get("fields").toString()).contains("\"field\":\"service\"");
  }

  @Test
  void picksExemplarsOfAnySize() {
    String template =
        list("/api/logs?service=large&limit=1&brief=true").get(0).get("template_id").asText();

    Answer answer = get("/api/patterns/%s/exemplars?limit=20&brief=true".formatted(template));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(ApiDescription.read(answer.body()).get("exemplars")).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs?column=attributes.a, column is 'attributes.a'",
    "/api/logs?brief=1, brief is '1'",
    "/api/logs?brief=true&column=colour, column is 'colour'",
    "/api/v1/logs/stream?column=attributes.a, column is 'attributes.a'",
    "/api/logs/export?brief=true, the parameter 'brief' is unknown",
    "/api/logs/facets?brief=true, the parameter 'brief' is unknown"
  })
  void isRefusedWhereItMakesNoSense(String address, String detail) {
    Answer refused = get(address);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(ApiDescription.read(refused.body()).get("detail").asText()).startsWith(detail);
  }
}
