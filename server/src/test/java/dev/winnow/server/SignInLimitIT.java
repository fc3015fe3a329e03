package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong tokens are not tried for ever. */
final class SignInLimitIT {
  private static HttpResponse<String> signIn(ApiServer server, String token) {
    String body = "{\"token\":\"%s\"}".formatted(token);
    return server.send(
        "POST",
        "/api/v1/session",
        body.getBytes(UTF_8),
        Map.of("Content-Type", "application/json", "Sec-Fetch-Site", "same-origin"));
  }

  @Test
  void makesAnAddressWaitAfterTenWrongTokens(@TempDir Path directory) {
    try (ApiServer server = new ApiServer(directory)) {
      for (int i = 0; i < 10; i++) {
        assertThat(signIn(server, "wn_wrong").statusCode()).isEqualTo(401);
      }

      HttpResponse<String> refused = signIn(server, "wn_wrong");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.body())
          .contains("\"code\":\"sign_in_limited\"")
          .contains("too many wrong tokens came from 127.0.0.1; wait as long as Retry-After says");
      assertThat(signIn(server, server.firstSecret()).statusCode()).isEqualTo(201);
      assertThat(server.send(server.firstSecret(), "GET", "/metrics", "").body())
          .contains("\nwinnow_sign_ins_wrong_total 10.0\n")
          .contains("\nwinnow_sign_ins_refused_total 1.0\n");
    }
  }
}
