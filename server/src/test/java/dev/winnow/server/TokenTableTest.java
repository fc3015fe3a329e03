package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenTableTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  private static Token token(String id, Role role) {
    return Token.issue(id, "default", "of " + id, role, NOON, null);
  }

  @Test
  void tellsTheStateOfEach() {
    Instant later = NOON.plusSeconds(60);
    Token brief = Token.issue("brief", "default", "of brief", Role.VIEWER, NOON, later);
    List<Token> tokens =
        List.of(
            token("valid", Role.ADMIN).withLastUsed(later),
            token("revoked", Role.EDITOR).withRevoked(later),
            brief);
    assertThat(TokenTable.of(tokens, NOON))
        .isEqualTo(
            """
            ID                ROLE    CREATED               LAST USED             STATE                         NAME
            valid             admin   2026-03-01T12:00:00Z  2026-03-01T12:01:00Z  valid                         of valid
            revoked           editor  2026-03-01T12:00:00Z  -                     revoked 2026-03-01T12:01:00Z  of revoked
            brief             viewer  2026-03-01T12:00:00Z  -                     until 2026-03-01T12:01:00Z    of brief
            """);
    assertThat(TokenTable.of(List.of(brief), later)).contains("expired 2026-03-01T12:01:00Z");
  }

  @Test
  void isEmptyWithoutTokens() {
    assertThat(TokenTable.of(List.of(), NOON)).isEmpty();
  }

  @Test
  void describesATokenWithoutItsSecret() {
    assertThat(TokenTable.describe(token("9f86", Role.ADMIN)))
        .isEqualTo("token 9f86 'of 9f86' of tenant default, role admin");
  }
}
