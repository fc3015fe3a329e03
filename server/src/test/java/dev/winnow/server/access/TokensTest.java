package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor ANN = new Actor("t1", "Ann");

  private Instant now = NOON;
  private final ControlStore store = new InMemoryControlStore(NOON);
  private final Tokens tokens = tokensOfAProgram(1);

  private Tokens tokensOfAProgram(long seed) {
    return new Tokens(store, () -> now, new SplittableRandom(seed));
  }

  private IssuedToken create(String name) {
    return tokens.create(ANN, "default", name, Role.EDITOR, null);
  }

  private static String secretOf(IssuedToken issued) {
    return issued.secret().reveal();
  }

  private List<String> audited(String tenantId) {
    return store.auditLog().newest(tenantId, Long.MAX_VALUE, 10).stream()
        .map(numbered -> numbered.entry().action() + " " + numbered.entry().details())
        .toList();
  }

  @Test
  void letsInWhoShowsTheSecret() {
    IssuedToken issued = create("collector");
    assertThat(issued.token())
        .isEqualTo(
            Token.issue(issued.token().id(), "default", "collector", Role.EDITOR, NOON, null));
    assertThat(tokens.authenticate(secretOf(issued))).hasValue(issued.token());
    assertThat(tokens.authenticate(secretOf(issued))).hasValue(issued.token());
  }

  @Test
  void letsNobodyElseIn() {
    IssuedToken issued = create("collector");
    assertThat(tokens.authenticate("")).isEmpty();
    assertThat(tokens.authenticate(issued.secret().hash().hex())).isEmpty();
    assertThat(tokens.authenticate(secretOf(issued) + " ")).isEmpty();
    assertThat(
            tokens.authenticate(
                secretOf(
                    new Tokens(new InMemoryControlStore(NOON), () -> now, new SplittableRandom(9))
                        .create(ANN, "default", "elsewhere", Role.ADMIN, null))))
        .isEmpty();
  }

  @Test
  void refusesARevokedTokenAtOnce() {
    IssuedToken issued = create("collector");
    tokens.authenticate(secretOf(issued));
    assertThat(tokens.revoke(ANN, "acme", issued.token().id())).isEmpty();
    assertThat(tokens.authenticate(secretOf(issued))).isPresent();
    assertThat(tokens.revoke(ANN, "default", issued.token().id()))
        .hasValue(issued.token().withRevoked(NOON));
    assertThat(tokens.authenticate(secretOf(issued))).isEmpty();
  }

  @Test
  void noticesARevocationByAnotherProgramWithinASecond() {
    IssuedToken issued = create("collector");
    tokens.authenticate(secretOf(issued));
    tokensOfAProgram(2).revoke(ANN, "default", issued.token().id());
    now = NOON.plusMillis(1_000);
    assertThat(tokens.authenticate(secretOf(issued))).isEmpty();
  }

  @Test
  void noticesARevocationThoughTheClockWasPutBack() {
    IssuedToken issued = create("collector");
    tokens.authenticate(secretOf(issued));
    tokensOfAProgram(2).revoke(ANN, "default", issued.token().id());
    now = NOON.minusSeconds(3_600);
    assertThat(tokens.authenticate(secretOf(issued))).isEmpty();
  }

  @Test
  void refusesATokenThatHasExpired() {
    String secret =
        secretOf(tokens.create(ANN, "default", "brief", Role.VIEWER, NOON.plusMillis(500)));
    assertThat(tokens.authenticate(secret)).isPresent();
    now = NOON.plusMillis(500);
    assertThat(tokens.authenticate(secret)).isEmpty();
  }

  @Test
  void makesOneFirstTokenWithAllRights() {
    IssuedToken first = tokens.createFirst().orElseThrow();
    assertThat(tokens.createFirst()).isEmpty();
    assertThat(tokens.authenticate(secretOf(first)).orElseThrow())
        .extracting(Token::tenantId, Token::role)
        .containsExactly("default", Role.ADMIN);
    tokens.revoke(ANN, "default", first.token().id());
    assertThat(tokens.createFirst()).isEmpty();
  }

  @Test
  void makesATenantWithItsFirstToken() {
    IssuedToken issued = tokens.create(ANN, "acme", "collector", Role.EDITOR, null);
    tokens.create(ANN, "acme", "reader", Role.VIEWER, NOON.plusSeconds(60));
    assertThat(store.tenants().find("acme")).hasValue(new Tenant("acme", "acme", NOON));
    assertThat(tokens.list("default")).isEmpty();
    assertThat(tokens.list("acme")).hasSize(2).contains(issued.token());
    assertThat(audited("acme"))
        .containsExactly(
            "token.create"
                + " {\"name\":\"reader\",\"role\":\"viewer\",\"expires\":\"2026-03-01T12:01:00Z\"}",
            "token.create {\"name\":\"collector\",\"role\":\"editor\"}",
            "tenant.create {}");
  }

  @Test
  void makesNoTenantForATokenThatCannotBe() {
    assertThat(
            Assertions.catchThrowableOfType(
                WinnowException.class, () -> tokens.create(ANN, "acme", " ", Role.EDITOR, null)))
        .extracting(WinnowException::code)
        .isEqualTo(ErrorCode.INVALID_VALUE);
    assertThat(store.tenants().find("acme")).isEmpty();
  }

  @Test
  void auditsARevocationWithItsActor() {
    IssuedToken issued = create("collector");
    tokens.revoke(ANN, "default", issued.token().id());
    assertThat(store.auditLog().newest("default", Long.MAX_VALUE, 1).getFirst().entry())
        .isEqualTo(
            new AuditEntry(
                NOON,
                "default",
                ANN,
                "token.revoke",
                issued.token().id(),
                "{\"name\":\"collector\",\"role\":\"editor\"}"));
  }

  @Test
  void storesTheLastUseWhenItIsMaintained() {
    IssuedToken issued = create("collector");
    tokens.authenticate(secretOf(issued));
    now = NOON.plusSeconds(30);
    tokens.authenticate(secretOf(issued));
    assertThat(tokens.list("default").getFirst().lastUsed()).isNull();
    tokens.maintain();
    assertThat(tokens.list("default").getFirst().lastUsed()).isEqualTo(NOON.plusSeconds(30));
  }

  @Test
  void forgetsARevokedTokenAfterNinetyDays() {
    tokens.revoke(ANN, "default", create("collector").token().id());
    now = NOON.plusSeconds(90L * 24 * 3_600);
    tokens.maintain();
    assertThat(tokens.list("default")).hasSize(1);
    now = now.plusMillis(1);
    tokens.maintain();
    assertThat(tokens.list("default")).isEmpty();
  }
}
