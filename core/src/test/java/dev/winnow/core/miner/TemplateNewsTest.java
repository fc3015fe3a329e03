package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.form.FormScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TemplateNewsTest {
  private final FormScanner scanner = new FormScanner();
  private TemplateMiner miner = new TemplateMiner(MinerSettings.DEFAULT);

  private long add(String text) {
    return miner.add(scanner, scanner.scan(text));
  }

  @Test
  void tellsOfATemplateOnce() {
    long id = add("took 45ms");

    assertThat(miner.takeNews().learned()).containsExactly(new Template(id, "took <dur>"));
    add("took 46ms");
    assertThat(miner.takeNews()).isEqualTo(new TemplateNews(List.of(), Map.of()));
  }

  @Test
  void tellsOfATextThatBecameMoreGeneral() {
    long id = add("took 45ms");
    miner.takeNews();
    add("took 17");

    assertThat(miner.takeNews().learned()).containsExactly(new Template(id, "took <*>"));
  }

  @Test
  void forgetsATemplateWithAllItsTexts() {
    add("took 45ms");
    long alice = add("session opened for user alice");
    add("session opened for user bob");
    add("session opened for user carol");
    miner.forget(alice);

    assertThat(miner.template(alice)).isNull();
    assertThat(miner.knowledge().toJson()).contains("took").doesNotContain("alice", "carol");
    assertThat(miner.takeNews().learned()).extracting(Template::text).containsExactly("took <dur>");
    assertThat(add("session opened for user alice")).isEqualTo(alice);
    assertThat(miner.takeNews().learned())
        .containsExactly(new Template(alice, "session opened for user alice"));
    miner.forget(12345);
  }

  @Test
  void tellsOfTemplatesThatMerged() {
    long alice = add("session opened for user alice");
    long bob = add("session opened for user bob");
    miner.takeNews();
    long all = add("session opened for user carol");

    TemplateNews news = miner.takeNews();
    assertThat(news.learned()).containsExactly(new Template(all, "session opened for user <*>"));
    assertThat(news.merged()).containsEntry(alice, all).containsEntry(bob, all);
  }

  @Test
  void tellsOfWhatGaveWayBeforeItWasAskedFor() {
    miner = new TemplateMiner(new MinerSettings(16, 16, 1 << 16));
    miner.takeNews();
    Set<Long> ids = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      String text = "it" + " waited and".repeat(i) + " ended";
      add(text);
      ids.add(add(text));
    }
    ids.remove(TemplateMiner.UNLEARNED);

    Set<Long> told = new HashSet<>();
    miner.takeNews().learned().forEach(template -> told.add(template.id()));
    assertThat(told).containsAll(ids);
    assertThat(miner.ledger().forgotten()).isPositive();
  }

  @Property(tries = 50)
  void whoFollowsTheNewsKnowsWhatTheMinerKnows(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 400) Integer> picks,
      @ForAll @IntRange(min = 1, max = 50) int every) {
    miner = new TemplateMiner(MinerSettings.DEFAULT);
    Map<Long, String> texts = new HashMap<>();
    Map<Long, Long> merged = new HashMap<>();
    int added = 0;
    for (int pick : picks) {
      String word = "" + (char) ('a' + pick / 20) + (char) ('a' + pick % 20) + "x";
      add("job " + word + " of " + (pick % 7 == 0 ? "queue" : String.valueOf(pick)) + " done");
      if (++added % every == 0 || added == picks.size()) {
        TemplateNews news = miner.takeNews();
        news.learned().forEach(template -> texts.put(template.id(), template.text()));
        merged.putAll(news.merged());
      }
    }

    texts.keySet().removeAll(merged.keySet());
    Map<Long, String> known = new HashMap<>();
    miner
        .mostFrequent(Integer.MAX_VALUE)
        .forEach(counted -> known.put(counted.template().id(), counted.template().text()));
    assertThat(texts).isEqualTo(known);
    merged.forEach((id, into) -> assertThat(miner.resolve(id)).isEqualTo(miner.resolve(into)));
  }
}
