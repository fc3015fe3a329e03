package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuotaTest {
  private final AnsweringServer server;

  QuotaTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Invocation quota(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of("quota", command, "--url", server.url()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  @Test
  void setsOneForAServiceAndOneForAll() {
    server.answering(200, "{}").answering(200, "{}");

    Invocation one = quota("set", "check\"out", "--records", "5000000", "--warn", "90");
    Invocation all = quota("set", "--bytes", "7", "--tenant", "acme");

    assertThat(server.questions()).containsExactly("/api/v1/quotas", "/api/v1/quotas");
    assertThat(server.bodies())
        .containsExactly(
            "{\"tenant_id\":\"default\",\"service\":\"check\\\"out\","
                + "\"max_records\":5000000,\"warn_percentage\":90}",
            "{\"tenant_id\":\"acme\",\"service\":\"\",\"max_bytes\":7,\"warn_percentage\":80}");
    assertThat(one.exitCode()).isZero();
    assertThat(one.err()).contains("set the quota for check\"out of default");
    assertThat(all.err()).contains("set the quota for all services of acme");
  }

  @Test
  void removesOne() {
    server.answering(200, "{}");

    assertThat(quota("remove", "a b").exitCode()).isZero();
    assertThat(server.questions())
        .containsExactly("/api/v1/quotas?tenant_id=default&service=a%20b");
  }

  @Test
  void printsWhatIsAllowedAndWhatIsUsed() {
    server
        .answering(
            200,
            """
            {"quotas":[{"tenant_id":"acme","service":null,"max_records":null,"max_bytes":900,\
            "warn_percentage":80},{"tenant_id":"default","service":"w\\u001b[31m","max_records":3,\
            "max_bytes":null,"warn_percentage":50}]}
            """)
        .answering(
            200,
            """
            {"quotas":[{"service":"web","used_records":2,"max_records":3,"used_bytes":120,\
            "max_bytes":null,"warn_percentage":50,"used_share":0.67,\
            "resets_at":"2026-11-22T00:00:00Z"}]}
            """);

    assertThat(quota("list").out())
        .isEqualTo(
            """
            TENANT                    RECORDS                BYTES   WARN  SERVICE
            acme                            -                  900    80%  (all)
            default                         3                    -    50%  w [31m
            """);
    assertThat(quota("usage").out())
        .isEqualTo(
            """
                    RECORDS               OF                BYTES                   OF  RESETS AT             SERVICE
                          2                3                  120                    -  2026-11-22T00:00:00Z  web
            """);
  }

  @Test
  void saysWhatIsMissing() {
    Invocation nothing = quota("set", "web");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("--records and --bytes are both missing");
    assertThat(Invocation.of("quota").err()).contains("a command is missing");
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void saysWhyTheServerRefuses() {
    server.answering(
        422, "{\"code\":\"invalid_value\",\"detail\":\"max_records is 0, less than 1\"}");
    Invocation refused = quota("set", "web", "--records", "0");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(refused.err()).contains("answers 422: max_records is 0, less than 1");
  }
}
