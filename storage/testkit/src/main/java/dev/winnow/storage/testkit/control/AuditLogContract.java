package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.AuditLog.Numbered;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract extends ControlStoreContract {
  private AuditLog log() {
    return store().auditLog();
  }

  private static AuditEntry entry(String tenantId, long seconds) {
    return new AuditEntry(
        secondsAfterNoon(seconds),
        tenantId,
        new Actor("t1", "Ann's"),
        "token.revoke",
        "t" + seconds,
        "{\"name\":\"x\"}");
  }

  @Test
  void givesTheNewestOfATenantFirst() {
    long first = log().append(entry("default", 1));
    long second = log().append(entry("default", 2));
    long other = log().append(entry("acme", 3));
    long third = log().append(entry("default", 0));
    assertThat(first).isPositive();
    assertThat(log().newest("default", Long.MAX_VALUE, 10))
        .containsExactly(
            new Numbered(third, entry("default", 0)),
            new Numbered(second, entry("default", 2)),
            new Numbered(first, entry("default", 1)));
    assertThat(log().newest("acme", Long.MAX_VALUE, 10))
        .containsExactly(new Numbered(other, entry("acme", 3)));
    assertThat(log().newest("nobody", Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void goesOnBelowANumber() {
    long first = log().append(entry("default", 1));
    long second = log().append(entry("default", 2));
    log().append(entry("default", 3));
    assertThat(log().newest("default", second + 1, 1))
        .containsExactly(new Numbered(second, entry("default", 2)));
    assertThat(log().newest("default", second, 1))
        .containsExactly(new Numbered(first, entry("default", 1)));
    assertThat(log().newest("default", first, 1)).isEmpty();
  }

  @Test
  void neverGivesANumberTwice() {
    log().append(entry("default", 1));
    long second = log().append(entry("default", 2));
    assertThat(log().removeBefore(secondsAfterNoon(3))).isEqualTo(2);
    assertThat(log().append(entry("default", 3))).isGreaterThan(second);
  }

  @Test
  void removesOnlyWhatIsOlder() {
    log().append(entry("default", 1));
    log().append(entry("acme", 2));
    long third = log().append(entry("default", 3));
    assertThat(log().removeBefore(secondsAfterNoon(3))).isEqualTo(2);
    assertThat(log().newest("acme", Long.MAX_VALUE, 10)).isEmpty();
    assertThat(log().newest("default", Long.MAX_VALUE, 10))
        .containsExactly(new Numbered(third, entry("default", 3)));
  }
}
