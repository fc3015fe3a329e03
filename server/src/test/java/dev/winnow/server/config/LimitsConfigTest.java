package dev.winnow.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsConfigTest {
  /** Senders that hold all connections they may must not keep probes from the API. */
  @ParameterizedTest
  @CsvSource({"20000, 19000", "20, 19", "19, 19", "1, 1"})
  void keepsATwentiethOfTheConnectionsForTheApi(String all, int receiving) {
    Map<String, String> settings = Map.of("limits.connections", all);
    LimitsConfig limits =
        new ConfigLoader(Map.of()).load(Optional.empty(), settings).config().limits();

    assertThat(limits.receivingConnections()).isEqualTo(receiving);
  }
}
