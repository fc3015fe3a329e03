package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.Batch;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TemplateChange.Learned;
import dev.winnow.storage.TemplateChange.Merged;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.TemplateStore} does. */
public abstract class TemplateStoreContract extends LogStoreContract {
  private void learn(TemplateChange... changes) {
    append(new Batch("", TODAY, TENANT, "test", List.of(), List.of(), List.of(), List.of(changes)));
  }

  @Test
  void knowsWhatWasLearned() {
    learn(new Learned(1, "user <id>"), new Learned(-1, "order <num>"));

    assertThat(store.templates().templates(TENANT))
        .containsExactlyInAnyOrder(
            new StoredTemplate(1, "user <id>", time(0), 1, 0),
            new StoredTemplate(-1, "order <num>", time(0), -1, 0));
    assertThat(store.templates().template(TENANT, 2)).isEmpty();
    assertThat(store.templates().template("other", 1)).isEmpty();
  }

  @Test
  void keepsTheLastTextAndTheFirstTime() {
    learn(new Learned(1, "user <id>"));
    clock.advance(Duration.ofSeconds(5));
    learn(new Learned(1, "user <*>"));

    assertThat(store.templates().template(TENANT, 1))
        .contains(new StoredTemplate(1, "user <*>", time(0), 1, 0));
  }

  @Test
  void followsMergesToTheirEnd() {
    learn(new Learned(1, "a"), new Learned(2, "b"), new Learned(3, "c"), new Merged(1, 2));
    clock.advance(Duration.ofSeconds(5));
    learn(new Merged(2, 3));

    assertThat(store.templates().resolve(TENANT, 1)).isEqualTo(3);
    assertThat(store.templates().resolve(TENANT, 3)).isEqualTo(3);
    assertThat(store.templates().resolve(TENANT, 4)).isEqualTo(4);
    assertThat(store.templates().resolve("other", 1)).isEqualTo(1);
    assertThat(store.templates().template(TENANT, 2))
        .contains(new StoredTemplate(2, "b", time(0), 3, time(5)));
  }

  @Test
  void letsATemplateComeBack() {
    learn(new Learned(1, "a"), new Merged(1, 2));
    learn(new Learned(1, "a"));

    assertThat(store.templates().resolve(TENANT, 1)).isEqualTo(1);
  }

  @Test
  void letsTheLastOfTwoOppositeMergesHold() {
    learn(new Learned(1, "a"), new Learned(2, "b"), new Merged(1, 2));
    clock.advance(Duration.ofSeconds(5));
    learn(new Merged(2, 1));

    assertThat(store.templates().resolve(TENANT, 1)).isEqualTo(1);
    assertThat(store.templates().resolve(TENANT, 2)).isEqualTo(1);
    assertThat(store.templates().templates(TENANT))
        .containsExactlyInAnyOrder(
            new StoredTemplate(1, "a", time(0), 1, 0),
            new StoredTemplate(2, "b", time(0), 1, time(5)));
  }

  @Test
  void endsChainsThatWouldLeadInACircle() {
    learn(new Merged(1, 2), new Merged(2, 3), new Merged(3, 4), new Merged(3, 1));

    assertThat(List.of(1L, 2L, 3L)).allMatch(id -> store.templates().resolve(TENANT, id) == 1);
    assertThat(store.templates().resolve(TENANT, 4)).isEqualTo(4);
  }

  @Test
  void followsLongChains() {
    for (long id = 1; id <= 200; id++) {
      learn(new Merged(id, id + 1));
    }

    assertThat(store.templates().resolve(TENANT, 1)).isEqualTo(201);
  }

  @Test
  void ignoresAMergeIntoItself() {
    learn(new Learned(1, "a"), new Merged(1, 1), new Merged(2, 2));

    assertThat(store.templates().templates(TENANT))
        .containsExactly(new StoredTemplate(1, "a", time(0), 1, 0));
  }

  @Test
  void keepsTheLastKnowledge() {
    assertThat(store.templates().knowledge(TENANT)).isEmpty();
    store.templates().saveKnowledge(TENANT, "{\"a\":1}");
    store.templates().saveKnowledge(TENANT, "{\"a\":2}");

    assertThat(store.templates().knowledge(TENANT)).contains("{\"a\":2}");
    assertThat(store.templates().knowledge("other")).isEmpty();
  }
}
