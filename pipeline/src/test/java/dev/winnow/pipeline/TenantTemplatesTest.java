package dev.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.TemplateChange.Learned;
import dev.winnow.storage.TemplateChange.Merged;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantTemplatesTest {
  private final FormScanner scanner = new FormScanner();
  private final TemplateMiner miner = new TemplateMiner(MinerSettings.DEFAULT);
  private TenantTemplates templates = new TenantTemplates(miner, 100, List.of());

  private long add(String text) {
    return templates.add(scanner, scanner.scan(text));
  }

  @Test
  void tellsChangesUntilTheyAreDurable() {
    long id = add("took 45ms");
    List<TemplateChange> first = templates.changes();

    assertThat(first).containsExactly(new Learned(id, "took <dur>"));
    assertThat(templates.changes()).isEqualTo(first);
    templates.committed(first);
    assertThat(templates.changes()).isEmpty();
  }

  @Test
  void tellsATextAgainThatAnOlderOneMayHaveReplaced() {
    long id = add("took 45ms");
    List<TemplateChange> older = templates.changes();
    add("took 17");
    List<TemplateChange> newer = templates.changes();

    assertThat(newer).containsExactly(new Learned(id, "took <*>"));
    templates.committed(newer);
    assertThat(templates.changes()).isEmpty();
    templates.committed(older);
    assertThat(templates.changes()).isEqualTo(newer);
  }

  @Test
  void tellsAMergeAgainThatAnOlderTextMayHaveUndone() {
    long alice = add("session opened for user alice");
    List<TemplateChange> older = templates.changes();
    add("session opened for user bob");
    long all = add("session opened for user carol");
    List<TemplateChange> newer = templates.changes();

    assertThat(newer).contains(new Merged(alice, all));
    templates.committed(newer);
    templates.committed(older);
    assertThat(templates.changes()).containsExactly(new Merged(alice, all));
  }

  @Test
  void tellsAgainWhatComesAfterItWasForgotten() {
    long known = add("password alpha");
    templates.committed(templates.changes());
    long untold = add("login beta");
    templates.forget(Set.of(known, untold));

    assertThat(templates.changes()).isEmpty();
    assertThat(templates.unsaved())
        .isNotNull()
        .extracting(Knowledge::toJson)
        .asString()
        .doesNotContain("alpha", "beta");
    assertThat(add("password alpha")).isEqualTo(known);
    assertThat(templates.changes()).containsExactly(new Learned(known, "password alpha"));
  }

  @Test
  void tellsNothingThatTheStoreKnows() {
    long known = add("took 45ms");
    long changed = add("cache opened");
    add("cache 5 closed");
    templates =
        new TenantTemplates(
            new TemplateMiner(MinerSettings.DEFAULT, miner.knowledge()),
            100,
            List.of(
                new StoredTemplate(known, "took <dur>", 1, known, 0),
                new StoredTemplate(changed, "cache", 1, changed, 0)));

    assertThat(templates.changes())
        .extracting(change -> ((Learned) change).text())
        .containsExactlyInAnyOrder("cache opened", "cache <num> closed");
  }

  @Test
  void tellsOfRecordsThatWereNotLearned() {
    TemplateMiner narrow = new TemplateMiner(new MinerSettings(16, 16, 1 << 16));
    templates = new TenantTemplates(narrow, 100, List.of());
    for (int i = 0; i < 40; i++) {
      add("it" + " waited and".repeat(i) + " ended");
    }

    assertThat(templates.changes()).contains(new Learned(TemplateMiner.UNLEARNED, "<*>"));
  }

  @Test
  void forgetsTheOldestChangeBeyondItsLimit() {
    templates = new TenantTemplates(miner, 2, List.of());
    add("took 45ms");
    add("cache opened today");
    add("all is well");

    assertThat(templates.changes()).hasSize(2);
    assertThat(templates.lostChanges()).isEqualTo(1);
  }

  @Test
  void savesWhatIsNew() {
    assertThat(templates.unsaved()).isNull();
    add("took 45ms");

    assertThat(templates.unsaved()).isEqualTo(miner.knowledge());
    assertThat(templates.unsaved()).isNull();
    templates.notSaved();
    assertThat(templates.unsaved()).isEqualTo(miner.knowledge());
  }
}
