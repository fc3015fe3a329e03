package dev.winnow.storage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no store is ever asked to keep. */
final class ControlValuesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static void assertRefused(String message, ThrowingCallable action) {
    assertThatExceptionOfType(WinnowException.class)
        .isThrownBy(action)
        .withMessageContaining(message)
        .extracting(WinnowException::code)
        .isEqualTo(ErrorCode.INVALID_VALUE);
  }

  private static Tenant tenant(String id, String name, Instant created) {
    return new Tenant(id, name, created);
  }

  private static RetentionClass retention(String name, Duration maxAge) {
    return new RetentionClass(name, 0, maxAge, null, List.of());
  }

  private static SavedDocument document(String content) {
    return new SavedDocument("1", "acme", "view", "ann", "x", content, NOON, NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "é", "a\n", "a\0", "'", "%", "a:b"})
  void refusesIdsThatNeedQuoting(String id) {
    assertRefused("tenant_id", () -> tenant(id, "x", NOON));
  }

  @Test
  void refusesIdsThatAreTooLong() {
    assertThat(tenant("a".repeat(64), "x", NOON).id()).hasSize(64);
    assertRefused("tenant_id", () -> tenant("a".repeat(65), "x", NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\0b", "\uD800", "x\uDC00y"})
  void refusesNamesThatAreNoWords(String name) {
    assertRefused("name", () -> tenant("acme", name, NOON));
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(tenant("acme", "é".repeat(256), NOON).name()).hasSize(256);
    assertRefused("257", () -> tenant("acme", "é".repeat(257), NOON));
  }

  @Test
  void keepsTimesToTheMillisecond() {
    assertThat(tenant("acme", "x", Instant.parse("2026-03-01T12:00:00.123456789Z")).created())
        .isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
  }

  @Test
  void refusesTimesThatNoEngineKeeps() {
    assertRefused("created", () -> tenant("acme", "x", Instant.MAX));
    assertRefused("created", () -> tenant("acme", "x", Instant.EPOCH.minusNanos(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "\"x\"", "{", "{}{}", "{} x", "{\"a\":}", "{'a':1}"})
  void refusesDocumentsThatAreNoJsonObject(String content) {
    assertRefused("content must be a JSON object", () -> document(content));
  }

  @Test
  void refusesDocumentsThatAreTooLargeOrTooDeep() {
    String longest = "{\"a\":\"" + "x".repeat(SavedDocument.MAX_CONTENT_BYTES - 8) + "\"}";
    assertThat(document(longest).content()).isEqualTo(longest);
    assertRefused("65537 bytes", () -> document(longest.replace("\"a\"", "\"ab\"")));
    assertRefused("JSON object", () -> document("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}"));
  }

  @Test
  void acceptsATokenUntilItExpiresOrIsRevoked() {
    Token token = Token.issue("1", "acme", "x", Role.VIEWER, NOON, NOON.plusSeconds(60));
    assertThat(token.isAcceptedAt(NOON.plusSeconds(59))).isTrue();
    assertThat(token.isAcceptedAt(NOON.plusSeconds(60))).isFalse();
    assertThat(token.withRevoked(NOON).isAcceptedAt(NOON)).isFalse();
    assertThat(Token.issue("1", "acme", "x", Role.VIEWER, NOON, null).isAcceptedAt(Instant.MAX))
        .isTrue();
  }

  @Test
  void ordersRoles() {
    assertThat(Role.ADMIN.includes(Role.EDITOR)).isTrue();
    assertThat(Role.EDITOR.includes(Role.EDITOR)).isTrue();
    assertThat(Role.VIEWER.includes(Role.EDITOR)).isFalse();
    assertThat(Role.parse("editor")).isEqualTo(Role.EDITOR);
    assertRefused("must be one of viewer, editor, admin", () -> Role.parse("EDITOR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Audit", "../x", ".", "-a", "_a", "a/b", "a.b"})
  void refusesRetentionClassesThatAreNoDirectoryName(String name) {
    assertRefused("name", () -> retention(name, Duration.ofDays(1)));
  }

  @Test
  void refusesRetentionBeyondItsLimits() {
    Duration day = Duration.ofDays(1);
    RetentionRule rule = new RetentionRule("acme", null);
    assertRefused("max_age", () -> retention("x", Duration.ofHours(1).minusNanos(1)));
    assertRefused("max_age", () -> retention("x", Duration.ofDays(36_501)));
    assertRefused("position", () -> new RetentionClass("x", -1, day, null, List.of()));
    assertRefused("max_bytes", () -> new RetentionClass("x", 0, day, 1_048_575L, List.of()));
    assertRefused(
        "rules", () -> new RetentionClass("x", 0, day, null, Collections.nCopies(101, rule)));
    assertRefused("rules", () -> new RetentionClass("default", 0, day, null, List.of(rule)));
    assertRefused("rule", () -> new RetentionRule(null, null));
  }

  @Test
  void addsUsesUpToTheLatest() {
    QueryUsage early = new QueryUsage(QueryUsage.Subject.FIELD, "body", 2, NOON);
    QueryUsage late = new QueryUsage(QueryUsage.Subject.FIELD, "body", 3, NOON.plusSeconds(1));
    QueryUsage both = new QueryUsage(QueryUsage.Subject.FIELD, "body", 5, NOON.plusSeconds(1));
    assertThat(early.plus(late)).isEqualTo(both);
    assertThat(late.plus(early)).isEqualTo(both);
    assertRefused("count", () -> new QueryUsage(QueryUsage.Subject.FIELD, "body", 0, NOON));
  }
}
