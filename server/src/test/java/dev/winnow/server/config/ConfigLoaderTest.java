package dev.winnow.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigLoaderTest {
  @TempDir private Path directory;

  private EffectiveConfig load(String yaml, Map<String, String> environment, String... flags)
      throws IOException {
    Path file = Files.writeString(directory.resolve("winnow.yaml"), yaml);
    Map<String, String> settings = flags.length == 0 ? Map.of() : Map.of(flags[0], flags[1]);
    return new ConfigLoader(environment).load(Optional.of(file.toString()), settings);
  }

  private static EffectiveConfig.Entry entry(EffectiveConfig config, String key) {
    return config.entries().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
  }

  /** Names and defaults are promises to users: what changes here is told in the change log. */
  @Test
  void namesItsKeysAndDefaults() {
    assertThat(new ConfigLoader(Map.of()).load(Optional.empty(), Map.of()).text())
        .isEqualTo(
            """
            server.host: '127.0.0.1'                     # default
            server.port: '8005'                          # default
            server.allowed_origins: ''                   # default
            server.allowed_hosts: ''                     # default
            server.shutdown_timeout: '10s'               # default
            data.directory: 'winnow-data'                # default
            data.min_free: '1GiB'                        # default
            storage.memory: '256MiB'                     # default
            storage.query_timeout: '30s'                 # default
            storage.queries_per_tenant: '8'              # default
            receivers.otlp.grpc.enabled: 'true'          # default
            receivers.otlp.grpc.port: '4317'             # default
            receivers.otlp.http.enabled: 'true'          # default
            receivers.otlp.http.port: '4318'             # default
            receivers.elasticsearch.version: '8.19.0'    # default
            receivers.syslog.udp.enabled: 'false'        # default
            receivers.syslog.udp.port: '5514'            # default
            receivers.syslog.tcp.enabled: 'false'        # default
            receivers.syslog.tcp.port: '5514'            # default
            receivers.syslog.tls.enabled: 'false'        # default
            receivers.syslog.tls.port: '6514'            # default
            receivers.syslog.senders: '127.0.0.0/8,::1'  # default
            receivers.syslog.message_size: '64KiB'       # default
            receivers.syslog.connections: '1000'         # default
            receivers.syslog.zone: 'system'              # default
            receivers.files.paths: ''                    # default
            receivers.files.exclude: ''                  # default
            receivers.files.link_targets: ''             # default
            receivers.files.tenant: 'default'            # default
            generator.enabled: 'false'                   # default
            generator.rate_per_second: '50'              # default
            generator.error_rate_percentage: '5'         # default
            generator.services: ''                       # default
            generator.incidents: ''                      # default
            generator.history: '0s'                      # default
            auth.enabled: 'auto'                         # default
            tls.certificate_file: ''                     # default
            tls.private_key_file: ''                     # default
            limits.request_size: '16MiB'                 # default
            limits.decompressed_size: '64MiB'            # default
            limits.requests_in_flight: '96MiB'           # default
            limits.header_size: '16KiB'                  # default
            limits.connections: '20000'                  # default
            limits.read_timeout: '30s'                   # default
            limits.idle_timeout: '5m'                    # default
            limits.bytes_per_second: '0'                 # default
            log.level: 'info'                            # default
            log.format: 'auto'                           # default
            """);
  }

  @Test
  void takesVariablesUnderTheNamesThatOthersKnow() {
    EffectiveConfig config =
        new ConfigLoader(
                Map.of(
                    "LOG_RATE_PER_SECOND", "200",
                    "ERROR_RATE_PERCENTAGE", "15",
                    "SERVICES", "api,auth",
                    "WINNOW_GENERATOR_ERROR_RATE_PERCENTAGE", "7"))
            .load(Optional.empty(), Map.of());
    GeneratorConfig generator = config.config().generator();
    assertThat(generator.ratePerSecond()).isEqualTo(200);
    assertThat(generator.errorRatePercentage()).isEqualTo(7);
    assertThat(generator.services()).containsExactly("api", "auth");
    assertThat(entry(config, "generator.rate_per_second").origin()).isEqualTo("environment");
  }

  @Test
  void takesTheLastOriginThatHasAValue() throws IOException {
    String yaml = "server:\n  port: 1\n  host: ::1\ndata: {min_free: 2GiB}\n";
    Map<String, String> environment =
        Map.of("WINNOW_SERVER_PORT", "2", "WINNOW_DATA_MIN_FREE", "3GiB");

    EffectiveConfig effective = load(yaml, environment, "server.port", "3");

    assertThat(entry(effective, "server.port"))
        .isEqualTo(new EffectiveConfig.Entry("server.port", "3", "command line"));
    assertThat(entry(effective, "data.min_free"))
        .isEqualTo(new EffectiveConfig.Entry("data.min_free", "3GiB", "environment"));
    assertThat(entry(effective, "server.host"))
        .isEqualTo(
            new EffectiveConfig.Entry(
                "server.host", "::1", directory.resolve("winnow.yaml").toString()));
    assertThat(effective.config().server().port()).isEqualTo(3);
    assertThat(effective.config().data().minFree()).isEqualTo(new ByteSize(3L << 30));
  }

  @Test
  void findsTheFileOfTheDataDirectory() throws IOException {
    Files.writeString(directory.resolve("winnow.yaml"), "limits.read_timeout: 7s\n");

    EffectiveConfig effective =
        new ConfigLoader(Map.of())
            .load(Optional.empty(), Map.of("data.directory", directory.toString()));

    assertThat(effective.config().limits().readTimeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void readsWhatItPrints() throws IOException {
    EffectiveConfig effective = load("server.allowed_origins: [http://a, 'http://b']", Map.of());

    assertThat(load(effective.text(), Map.of()).config()).isEqualTo(effective.config());
    assertThat(effective.config().server().allowedOrigins())
        .containsExactly("http://a", "http://b");
  }

  @Test
  void namesEveryMistakeAndWhereItIs() {
    assertThatThrownBy(() ->
            load(
                "receivers: {otlp: {htpp: {port: 1}}}\nlog.level: loud",
                Map.of("WINNOW_SERVER_PROT", "1", "WINNOW_JAVA", "x"),
                "data.min_free",
                "much"))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            """
            the environment variable WINNOW_SERVER_PROT sets no key; did you mean WINNOW_SERVER_PORT?
            the key 'receivers.otlp.htpp.port' (%1$s) is unknown; did you mean receivers.otlp.http.port?
            data.min_free: 'much' (command line) is not a size such as 16MiB
            log.level: 'loud' (%1$s) is none of error, warn, info, debug\
            """
                .formatted(directory.resolve("winnow.yaml")))
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.INVALID_CONFIGURATION);
  }

  @ParameterizedTest
  @CsvSource({
    "server.port, 65536, 'server.port must be 0 to 65535, but is 65536'",
    "server.host, '', 'server.host must not be empty'",
    "data.directory, '', 'data.directory must not be empty'",
    "tls.certificate_file, a.pem,"
        + " 'tls.certificate_file and tls.private_key_file must be set together'",
    "receivers.syslog.zone, Berlin,"
        + " 'receivers.syslog.zone is ''Berlin'', which is no zone such as UTC, +02:00 or"
        + " Europe/Berlin'",
    "receivers.files.paths, logs/*.log,"
        + " 'receivers.files.paths must be absolute, but one is ''logs/*.log'''",
    "receivers.syslog.tls.enabled, true,"
        + " 'receivers.syslog.tls.enabled needs tls.certificate_file and tls.private_key_file'",
    "receivers.syslog.senders, 10.0.0.0/33, 'receivers.syslog.senders must be networks such as"
        + " 10.1.0.0/16, but one is ''10.0.0.0/33'''",
    "limits.connections, 0, 'limits.connections must be 1 to 1000000, but is 0'",
    "server.shutdown_timeout, 1m,"
        + " 'server.shutdown_timeout must be 0 to 15 seconds, but is 60.0'",
    "limits.header_size, 1B, 'limits.header_size must be 1024 to 1048576 bytes, but is 1'"
  })
  void refusesWhatARecordRefuses(String key, String value, String message) {
    assertThatThrownBy(() -> load("", Map.of(), key, value)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'a: [', 'line 1, column 5: expected the node content'",
    "'- a', 'it is neither keys nor a value'",
    "'server: {port: 1, port: 2}', 'found duplicate key port'",
    "'text', 'it is neither keys nor a value'",
    "'server.port: {a: b}', is unknown; did you mean server.port?",
    "'server.allowed_hosts: [[a]]', 'server.allowed_hosts is neither keys nor a value'"
  })
  void saysWhatIsWrongWithAFile(String yaml, String message) {
    assertThatThrownBy(() -> load(yaml, Map.of())).hasMessageContaining(message);
  }

  @Test
  void suggestsNoKeyThatIsFarFromWhatWasWritten() {
    assertThatThrownBy(() -> load("", Map.of(), "colour", "1"))
        .hasMessage("the key 'colour' (command line) is unknown");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    Path absent = directory.resolve("absent.yaml");

    assertThatThrownBy(
            () -> new ConfigLoader(Map.of()).load(Optional.of(absent.toString()), Map.of()))
        .hasMessage(absent + ": there is no such file");
  }

  @Test
  void needsTokensUnlessOnlyThisMachineCanReachIt() throws IOException {
    assertThat(load("", Map.of()).config().needsTokens()).isFalse();
    assertThat(load("", Map.of(), "server.host", "::1").config().needsTokens()).isFalse();
    assertThat(load("", Map.of(), "server.host", "0.0.0.0").config().needsTokens()).isTrue();
    assertThat(load("", Map.of(), "auth.enabled", "true").config().needsTokens()).isTrue();
  }

  @Test
  void describesEveryKey() {
    assertThat(ConfigLoader.reference())
        .startsWith("| Key | Value | Default | Meaning |\n|---|---|---|---|\n")
        .contains("| `server.port` | whole number | `8005` | The port of the API")
        .contains("| `auth.enabled` | auto, true, false | `auto` | Whether every request");
  }
}
