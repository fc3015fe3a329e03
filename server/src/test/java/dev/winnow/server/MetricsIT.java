package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the server tells of itself, and what its dashboard asks for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsIT {
  private static final Path DASHBOARD = Path.of("src/main/release/grafana-dashboard.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(winnow|jvm|process|system)_[a-z_]+(?=[{)])");
  private static final Pattern SAMPLE = Pattern.compile("^([a-z_]+)(?=[{ ])", Pattern.MULTILINE);

  private ApiServer server;
  private String scrape;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    String secret = server.firstSecret();
    server.send(secret, "POST", "/api/logs", "{\"message\":\"one\"}");
    server.send(secret, "GET", "/api/logs", "");
    server.send(secret, "GET", "/nothing", "");
    scrape = server.send(secret, "GET", "/metrics", "").body();
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void hasEveryMetricOfTheDashboard() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        asked.addAll(names(METRIC, target.get("expr").asText()));
      }
    }

    assertThat(asked).hasSizeGreaterThan(25);
    assertThat(names(SAMPLE, scrape)).containsAll(asked);
  }

  @Test
  void countsWhatIsStored() {
    assertThat(scrape)
        .contains("\nwinnow_store_records{retention_class=\"default\"} 1.0\n")
        .contains("\nwinnow_store_parts{retention_class=\"default\"} 1.0\n");
  }

  @Test
  void timesWhatIsTakenInAndAsked() {
    assertThat(scrape)
        .contains("\nwinnow_intake_duration_seconds_count{receiver=\"json_lines\"} 1\n")
        .contains("\nwinnow_question_duration_seconds_count{operation=\"Logs.page\"} 1\n");
  }
}
