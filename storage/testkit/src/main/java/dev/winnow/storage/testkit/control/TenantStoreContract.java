package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.TenantStore;
import org.junit.jupiter.api.Test;

/** What every {@link TenantStore} does. */
public abstract class TenantStoreContract extends ControlStoreContract {
  private TenantStore tenants() {
    return store().tenants();
  }

  @Test
  void beginsWithTheDefaultTenant() {
    assertThat(tenants().list()).extracting(Tenant::id).containsExactly("default");
  }

  @Test
  void givesBackWhatWasAdded() {
    Tenant acme = new Tenant("acme", "Äcme \"Ltd\"; DROP TABLE tenant --", NOON);
    assertThat(tenants().add(acme)).isTrue();
    assertThat(tenants().find("acme")).hasValue(acme);
    assertThat(tenants().find("ACME")).isEmpty();
    assertThat(tenants().list()).extracting(Tenant::id).containsExactly("acme", "default");
  }

  @Test
  void keepsTheFirstTenantOfAnId() {
    Tenant first = new Tenant("acme", "first", NOON);
    tenants().add(first);
    assertThat(tenants().add(new Tenant("acme", "second", secondsAfterNoon(1)))).isFalse();
    assertThat(tenants().find("acme")).hasValue(first);
  }

  @Test
  void refusesMoreTenantsThanTheLimit() {
    for (int i = 1; i < TenantStore.MAX_TENANTS; i++) {
      tenants().add(new Tenant("t" + i, "tenant", NOON));
    }
    assertRefused(
        ErrorCode.LIMIT_REACHED, () -> tenants().add(new Tenant("one-more", "tenant", NOON)));
    assertThat(tenants().add(new Tenant("t1", "known", NOON))).isFalse();
    assertThat(tenants().list()).hasSize(TenantStore.MAX_TENANTS);
  }
}
