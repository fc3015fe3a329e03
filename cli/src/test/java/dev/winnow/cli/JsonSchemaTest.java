package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code analyze --json} prints is what its published schema says. */
final class JsonSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Invocation.of("analyze", "--json-schema").out());

  @ParameterizedTest
  @ValueSource(strings = {"java-service.log", "agent.jsonl", "syslog"})
  void describesTheReportOfALog(String log) throws JsonProcessingException {
    assertThat(complaints(Invocation.of("analyze", "--json", "src/test/resources/logs/" + log)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one line of plain text\n",
        "2026-11-21T10:00:00Z ERROR password=hunter22secret for user=ada took 12ms\n",
        "{\"a\":1\n{\"b\":2}\n"
      })
  void describesTheReportOfAnything(String log) throws JsonProcessingException {
    assertThat(complaints(Invocation.withInput(log, "analyze", "--json", "-"))).isEmpty();
  }

  @Test
  void describesChangesAndSlowSpots() throws JsonProcessingException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      String time = "2026-11-21T%02d:%02d:%02dZ".formatted(10 + i / 1000, i / 20 % 50, i % 60);
      log.append(time).append(" INFO served in ").append(i % 17).append(" ms\n");
      if (i > 1200) {
        log.append(time).append(" ERROR cannot reach the gateway\n");
      }
    }
    Invocation report = Invocation.withInput(log.toString(), "analyze", "--json", "-");

    assertThat(JSON.readTree(report.out()).get("changes")).isNotEmpty();
    assertThat(JSON.readTree(report.out()).get("slow_spots")).isNotEmpty();
    assertThat(complaints(report)).isEmpty();
  }

  private static Iterable<String> complaints(Invocation report) throws JsonProcessingException {
    JsonNode json = JSON.readTree(report.out());
    return SCHEMA.validate(json).stream().map(Object::toString).toList();
  }
}
