package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.Deletion.State;
import dev.winnow.storage.control.DeletionStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DeletionStore} does. */
public abstract class DeletionStoreContract extends ControlStoreContract {
  private static final String CONDITION = "{\"contains\":{\"field\":\"body\",\"value\":\"x\"}}";

  private DeletionStore deletions() {
    return store().deletions();
  }

  private static Deletion deletion(String id, String tenantId) {
    return new Deletion(
        id,
        tenantId,
        new Actor("t1", "Ann's"),
        secondsAfterNoon(1),
        "a password",
        new TimeSpan(5, Long.MAX_VALUE),
        List.of("body", "attributes.a,b"),
        42,
        null,
        null,
        null);
  }

  private Deletion add(String id, String tenantId) {
    Deletion deletion = deletion(id, tenantId);
    deletions().add(deletion, CONDITION);
    return deletion;
  }

  @Test
  void keepsWhatIsToBeDone() {
    Deletion first = add("1", "default");
    Deletion other = add("2", "acme");
    Deletion last = add("0", "default");
    assertThat(deletions().find("default", "1")).contains(first);
    assertThat(deletions().find("acme", "1")).isEmpty();
    assertThat(deletions().list("default")).containsExactly(last, first);
    assertThat(deletions().running()).containsExactly(first, other, last);
    assertThat(deletions().condition("1")).contains(CONDITION);
    assertThat(first.state()).isEqualTo(State.RUNNING);
  }

  @Test
  void keepsHowFarItIs() {
    Deletion found = add("1", "default").withRecords(7);
    deletions().replace(found);
    assertThat(deletions().find("default", "1")).contains(found);
    assertThat(found.withRecords(3).records()).isEqualTo(7);
    assertThat(deletions().condition("1")).contains(CONDITION);
  }

  @Test
  void forgetsTheConditionAtTheEnd() {
    Deletion done = add("1", "default").withRecords(0).ended(secondsAfterNoon(9), null);
    Deletion failed = add("2", "default").ended(secondsAfterNoon(9), "storage_corrupt");
    deletions().replace(done);
    deletions().replace(failed);
    assertThat(deletions().list("default")).containsExactly(failed, done);
    assertThat(deletions().running()).isEmpty();
    assertThat(deletions().condition("1")).isEmpty();
    assertThat(deletions().condition("2")).isEmpty();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(failed.state()).isEqualTo(State.FAILED);
  }

  @Test
  void refusesMoreThanMayWait() {
    for (int i = 0; i < DeletionStore.MAX_RUNNING; i++) {
      add("d" + i, i % 2 == 0 ? "default" : "acme");
    }
    assertRefused(ErrorCode.OVERLOADED, () -> add("more", "default"));
    deletions().replace(deletion("d3", "acme").ended(secondsAfterNoon(9), null));
    add("more", "default");
    assertThat(deletions().running()).hasSize(DeletionStore.MAX_RUNNING);
  }

  @Test
  void refusesAnIdThatIsTaken() {
    add("1", "default");
    assertRefused(ErrorCode.NAME_TAKEN, () -> add("1", "acme"));
  }

  @Test
  void forgetsTheOldestThatHaveEnded() {
    Deletion running = add("running", "default");
    for (int i = 0; i <= DeletionStore.MAX_ENDED; i++) {
      deletions().replace(add("d" + i, "default").ended(secondsAfterNoon(i), null));
    }
    assertThat(deletions().list("default"))
        .hasSize(DeletionStore.MAX_ENDED + 1)
        .contains(running)
        .extracting(Deletion::id)
        .doesNotContain("d0")
        .contains("d1");
  }
}
