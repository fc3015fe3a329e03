package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenAuthenticatorTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Tokens tokens =
      new Tokens(new InMemoryControlStore(NOON), () -> NOON, new SplittableRandom(1));
  private final TokenAuthenticator authenticator = new TokenAuthenticator(tokens);
  private final IssuedToken issued = tokens.createFirst().orElseThrow();
  private final String secret = issued.secret().reveal();

  @Test
  void readsBearerAndBasicAndApiKey() {
    Principal holder = new Principal("default", Role.ADMIN, issued.token().id());
    String pair =
        Base64.getEncoder().encodeToString(("any:" + secret).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(authenticator.authenticate("Bearer " + secret)).isEqualTo(holder);
    assertThat(authenticator.authenticate("bearer  " + secret)).isEqualTo(holder);
    assertThat(authenticator.authenticate("Basic " + pair)).isEqualTo(holder);
    assertThat(authenticator.authenticate("ApiKey " + pair)).isEqualTo(holder);
    assertThat(authenticator.authenticate("ApiKey " + secret)).isEqualTo(holder);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the request has no token",
    "Bearer, 'the Authorization header is none of Bearer, Basic, ApiKey'",
    "Digest a, 'the Authorization header is none of Bearer, Basic, ApiKey'",
    "Bearer x, 'the token is unknown, expired or revoked'",
    "Basic ?, the credentials are not base 64",
    "ApiKey wn_x, the credentials are not base 64",
    "ApiKey eA==, 'the token is unknown, expired or revoked'"
  })
  void refusesEverythingElse(String authorization, String message) {
    assertThatThrownBy(() -> authenticator.authenticate(authorization))
        .hasMessage(message)
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.UNAUTHENTICATED);
  }
}
