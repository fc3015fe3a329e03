package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.RetentionRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RetentionClassStore} does. */
public abstract class RetentionClassStoreContract extends ControlStoreContract {
  private static final Predicate OF_PAYMENTS =
      Predicate.parse(
          "{\"op\":\"starts_with\",\"field\":\"resource.service.name\",\"value\":\"pay'ments\"}");

  private RetentionClassStore retention() {
    return store().retentionClasses();
  }

  private static RetentionClass audit() {
    return new RetentionClass(
        "audit",
        7,
        Duration.ofDays(400),
        5_000_000_000L,
        List.of(
            new RetentionRule("acme", null),
            new RetentionRule(null, OF_PAYMENTS),
            new RetentionRule("umbrella", OF_PAYMENTS)));
  }

  private static RetentionClass brief(String name) {
    return new RetentionClass(name, 3, Duration.ofDays(2), null, List.of());
  }

  @Test
  void beginsWithADefaultOfNinetyDays() {
    assertThat(retention().classes().inOrder())
        .containsExactly(RetentionClass.initialDefault())
        .first()
        .extracting(RetentionClass::maxAge)
        .isEqualTo(Duration.ofDays(90));
  }

  @Test
  void givesBackWhatWasPutInOrder() {
    retention().put(audit());
    retention().put(brief("debug"));
    retention().put(brief("access"));
    assertThat(retention().classes().inOrder())
        .containsExactly(brief("access"), brief("debug"), audit(), RetentionClass.initialDefault());
  }

  @Test
  void putsAClassInThePlaceOfTheOneWithItsName() {
    RetentionClass changed =
        new RetentionClass(
            "audit", 1, Duration.ofHours(5), null, List.of(new RetentionRule("acme", null)));
    RetentionClass smallDefault =
        new RetentionClass("default", 0, Duration.ofDays(7), 1_000_000_000L, List.of());
    retention().put(audit());
    retention().put(changed);
    retention().put(smallDefault);
    assertThat(retention().classes().inOrder()).containsExactly(changed, smallDefault);
  }

  @Test
  void removesAllButTheDefault() {
    retention().put(audit());
    assertThat(retention().remove("audit")).isTrue();
    assertThat(retention().remove("audit")).isFalse();
    assertRefused(ErrorCode.NOT_REMOVABLE, () -> retention().remove("default"));
    assertThat(retention().classes().inOrder()).containsExactly(RetentionClass.initialDefault());
  }

  @Test
  void refusesMoreClassesThanTheLimit() {
    for (int i = 1; i < RetentionClassStore.MAX_CLASSES; i++) {
      retention().put(brief("c" + i));
    }
    assertRefused(ErrorCode.LIMIT_REACHED, () -> retention().put(brief("one-more")));
    retention().put(brief("c1"));
    assertThat(retention().classes().inOrder()).hasSize(RetentionClassStore.MAX_CLASSES);
  }
}
