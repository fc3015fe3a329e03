package dev.winnow.formats.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterPathTest {
  private static final String GOOD = "{\"create\":{\"_index\":\"i\"}}\n{\"message\":\"m\"}\n";
  private static final String BAD = "{\"update\":{\"_index\":\"i\"}}\n{\"message\":\"m\"}\n";
  private static final String ALL =
      "{\"took\":7,\"errors\":true,\"items\":["
          + "{\"create\":{\"_index\":\"i\",\"status\":201,\"result\":\"created\"}},"
          + "{\"update\":{\"_index\":\"i\",\"status\":400,\"error\":{\"type\":"
          + "\"illegal_argument_exception\",\"reason\":"
          + "\"records are only added, by create or index\"}}}]}";

  private static String answer(String lines, String filter) {
    BulkRequest request =
        new BulkDecoder(100, 100).decode(lines.getBytes(UTF_8), "", Instant.EPOCH);
    return BulkAnswer.of(request, 7, FilterPath.of(filter));
  }

  /** What Filebeat, Logstash, Vector and others ask for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "errors|{\"errors\":true}",
        "took,errors|{\"took\":7,\"errors\":true}",
        "errors,items.*.status|{\"errors\":true,\"items\":[{\"create\":{\"status\":201}},"
            + "{\"update\":{\"status\":400}}]}",
        "errors, items.*.error.type, items.*.status|{\"errors\":true,\"items\":["
            + "{\"create\":{\"status\":201}},"
            + "{\"update\":{\"status\":400,\"error\":{\"type\":\"illegal_argument_exception\"}}}]}",
        "items.*.error.type|{\"items\":[{\"update\":{\"error\":{\"type\":"
            + "\"illegal_argument_exception\"}}}]}",
        "items.create|{\"items\":[{\"create\":"
            + "{\"_index\":\"i\",\"status\":201,\"result\":\"created\"}}]}",
        "*.*.result|{\"items\":[{\"create\":{\"result\":\"created\"}}]}",
        "took.deeper|{}",
        "nothing|{}"
      })
  void leavesWhatIsAskedFor(String filter, String answer) {
    assertThat(answer(GOOD + BAD, filter)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "errors,items.*.error|{\"errors\":false}",
        "items.*.error|{}",
      })
  void leavesOutListsOfNothing(String filter, String answer) {
    assertThat(answer(GOOD, filter)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-took", "items.**", "it*", "a..b", "*", "items,took,errors", "ü", "x,,y"})
  void leavesEverythingWhereThatIsWantedOrUnclear(String filter) {
    assertThat(answer(GOOD + BAD, filter)).isEqualTo(ALL);
  }

  @Test
  void leavesEverythingWhereThereIsMuchToSay() {
    assertThat(answer(GOOD + BAD, "took,".repeat(16) + "took")).isEqualTo(ALL);
  }
}
