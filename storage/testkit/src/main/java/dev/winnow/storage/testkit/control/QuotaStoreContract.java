package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.QuotaStore;
import dev.winnow.storage.control.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link QuotaStore} does. */
public abstract class QuotaStoreContract extends ControlStoreContract {
  private QuotaStore quotas() {
    return store().quotas();
  }

  @BeforeEach
  void addTenant() {
    store().tenants().add(new Tenant("acme", "Acme", NOON));
  }

  private static Quota records(String tenantId, String serviceName, long most) {
    return new Quota(tenantId, serviceName, most, null, 80);
  }

  @Test
  void beginsWithNone() {
    assertThat(quotas().all()).isEmpty();
  }

  @Test
  void givesBackWhatWasPutInOrder() {
    Quota shop = new Quota("default", "shop's/cart", 7L, 9_000_000_000L, 55);
    Quota bytes = new Quota("acme", "web", null, 5L, 100);
    quotas().put(shop);
    quotas().put(records("default", "", 3));
    quotas().put(bytes);
    assertThat(quotas().all()).containsExactly(bytes, records("default", "", 3), shop);
  }

  @Test
  void putsAQuotaInThePlaceOfTheOneForItsTenantAndService() {
    quotas().put(records("acme", "web", 1));
    quotas().put(records("default", "web", 2));
    Quota changed = new Quota("acme", "web", null, 8L, 20);
    quotas().put(changed);
    assertThat(quotas().all()).containsExactly(changed, records("default", "web", 2));
  }

  @Test
  void removesOnlyTheOneForItsTenantAndService() {
    quotas().put(records("acme", "web", 1));
    quotas().put(records("acme", "", 2));
    quotas().put(records("default", "web", 3));
    assertThat(quotas().remove("acme", "web")).isTrue();
    assertThat(quotas().remove("acme", "web")).isFalse();
    assertThat(quotas().all())
        .containsExactly(records("acme", "", 2), records("default", "web", 3));
  }

  @Test
  void refusesOneForAnUnknownTenant() {
    assertRefused(ErrorCode.NOT_FOUND, () -> quotas().put(records("nobody", "", 1)));
    assertThat(quotas().all()).isEmpty();
  }

  @Test
  void refusesMoreThanTheLimit() {
    for (int i = 0; i < QuotaStore.MAX_QUOTAS; i++) {
      quotas().put(records("default", "s" + i, 1));
    }
    assertRefused(ErrorCode.LIMIT_REACHED, () -> quotas().put(records("acme", "", 1)));
    quotas().put(records("default", "s0", 2));
    assertThat(quotas().all()).hasSize(QuotaStore.MAX_QUOTAS);
  }
}
