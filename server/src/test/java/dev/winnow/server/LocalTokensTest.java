package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.server.NewToken;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalTokensTest {
  private static final NewToken WISH =
      new NewToken("acme", "collector", "viewer", Optional.of(Duration.ofDays(30)));

  @TempDir private Path data;

  private static void assertRefused(ErrorCode code, ThrowingCallable action) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, action))
        .extracting(WinnowException::code)
        .isEqualTo(code);
  }

  @Test
  void keepsTokensFromOneCommandToTheNext() {
    Token token;
    try (LocalTokens local = LocalTokens.open(data)) {
      Instant earliest = local.now().truncatedTo(ChronoUnit.MILLIS);
      token = local.create(WISH).token();
      assertThat(token.expires())
          .isBetween(earliest.plus(Duration.ofDays(30)), local.now().plus(Duration.ofDays(30)));
      assertThat(token)
          .extracting(Token::tenantId, Token::name, Token::role)
          .containsExactly("acme", "collector", Role.VIEWER);
    }
    try (LocalTokens local = LocalTokens.open(data)) {
      assertThat(local.list("acme")).containsExactly(token);
      assertThat(local.revoke("acme", token.id()).isAcceptedAt(local.now())).isFalse();
    }
  }

  @Test
  void refusesWhatIsNotThere() {
    try (LocalTokens local = LocalTokens.open(data)) {
      assertRefused(ErrorCode.NOT_FOUND, () -> local.revoke("default", "nothing"));
      assertRefused(
          ErrorCode.INVALID_VALUE,
          () -> local.create(new NewToken("acme", "x", "king", Optional.empty())));
    }
  }

  @Test
  void refusesADirectoryInUse() {
    try (LocalTokens first = LocalTokens.open(data)) {
      assertThat(first.list("default")).isEmpty();
      assertRefused(ErrorCode.DATA_DIRECTORY_IN_USE, () -> LocalTokens.open(data).close());
    }
  }

  @Test
  void makesNoDirectoryOfAMistakenName() {
    Path typo = data.resolve("typo");

    assertRefused(ErrorCode.DATA_DIRECTORY_UNUSABLE, () -> LocalTokens.open(typo).close());

    assertThat(typo).doesNotExist();
  }
}
