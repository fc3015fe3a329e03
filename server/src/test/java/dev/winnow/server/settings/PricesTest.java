package dev.winnow.server.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor ANN = new Actor("ann", "Ann");
  private static final Actor BOB = new Actor("bob", "Bob");

  private final ControlStore store = new InMemoryControlStore(NOON);
  private final Prices prices = new Prices(store, () -> NOON);

  private static GigabytePrice price(String json) {
    return GigabytePrice.parse(json.getBytes(UTF_8));
  }

  private List<AuditEntry> audited() {
    return store.auditLog().newest("default", Long.MAX_VALUE, 10).stream()
        .map(numbered -> numbered.entry())
        .toList();
  }

  private static AuditEntry entry(Actor by, String action, String details) {
    return new AuditEntry(NOON, "default", by, action, "", details);
  }

  @Test
  void keepsOnePricePerTenantWhoeverSetsIt() {
    store.tenants().add(new Tenant("acme", "acme", NOON));
    assertThat(prices.find("default")).isEmpty();
    prices.put(ANN, "default", new GigabytePrice(.5, "EUR"));
    prices.put(BOB, "default", new GigabytePrice(2, "JPY"));
    prices.put(BOB, "acme", new GigabytePrice(1e-9, "USD"));

    assertThat(prices.find("default")).hasValue(new GigabytePrice(2, "JPY"));
    assertThat(prices.find("acme")).hasValue(new GigabytePrice(1e-9, "USD"));
  }

  @Test
  void notesWhoChangedIt() {
    prices.put(ANN, "default", new GigabytePrice(.5, "EUR"));
    prices.remove(BOB, "default");
    prices.remove(BOB, "default");

    assertThat(prices.find("default")).isEmpty();
    assertThat(audited())
        .containsExactly(
            entry(BOB, "price.remove", "{}"),
            entry(ANN, "price.put", "{\"per_gb\":0.5,\"currency\":\"EUR\"}"));
  }

  @Test
  void readsWhatPeopleWrite() {
    assertThat(price("{\"currency\":\"CHF\",\"per_gb\":3}")).isEqualTo(new GigabytePrice(3, "CHF"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | per_gb is missing",
        "{\"per_gb\":1} | currency is missing",
        "{\"per_gb\":\"1\",\"currency\":\"EUR\"} | per_gb must be a number",
        "{\"per_gb\":0,\"currency\":\"EUR\"} | per_gb must be more than 0 and at most 1000000",
        "{\"per_gb\":-1,\"currency\":\"EUR\"} | per_gb must be more than 0 and at most 1000000",
        "{\"per_gb\":1e400,\"currency\":\"EUR\"} | per_gb must be more than 0 and at most 1000000",
        "{\"per_gb\":1,\"currency\":\"eur\"} | currency must be a code of ISO 4217, such as EUR",
        "{\"per_gb\":1,\"currency\":\"Euro\"} | currency must be a code of ISO 4217, such as EUR",
        "{\"per_gb\":1,\"currency\":\"EUR\",\"per_tb\":1} | per_tb is unknown here"
      })
  void refusesOthers(String json, String reason) {
    assertThatThrownBy(() -> price(json)).hasMessage(reason);
  }
}
