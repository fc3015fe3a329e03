package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MinerPropertiesTest {
  @Property(tries = 200)
  void theOrderOfTextsDoesNotMatter(@ForAll("texts") List<String> texts, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, random);

    assertThat(Learned.from(shuffled).identified()).isEqualTo(Learned.from(texts).identified());
  }

  @Property(tries = 200)
  void nodesThatJoinKnowWhatOneNodeWouldKnow(
      @ForAll("texts") List<String> a,
      @ForAll("texts") List<String> b,
      @ForAll("texts") List<String> c) {
    Knowledge joined = known(a).join(known(b)).join(known(c));
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    all.addAll(c);

    TemplateMiner miner = new TemplateMiner(MinerSettings.DEFAULT, joined);

    assertThat(miner.templates().stream().map(TemplateCount::template).map(Template::id))
        .containsExactlyInAnyOrderElementsOf(
            Learned.from(all).miner.templates().stream().map(t -> t.template().id()).toList());
    assertThat(miner.knowledge().shapes()).isEqualTo(Learned.from(all).miner.knowledge().shapes());
  }

  @Property(tries = 200)
  void joiningIsCommutativeAssociativeAndIdempotent(
      @ForAll("texts") List<String> x,
      @ForAll("texts") List<String> y,
      @ForAll("texts") List<String> z) {
    Knowledge a = known(x);
    Knowledge b = known(y);
    Knowledge c = known(z);

    assertThat(a.join(b)).isEqualTo(b.join(a));
    assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
    assertThat(a.join(a)).isEqualTo(a);
    assertThat(a.join(b).toJson()).isEqualTo(b.join(a).toJson());
  }

  @Property(tries = 200)
  void templatesOnlyMerge(@ForAll("texts") List<String> texts) {
    Learned learned = new Learned();
    Map<String, Long> arrival = new HashMap<>();
    for (String text : texts) {
      arrival.putIfAbsent(text, learned.add(text));
      Map<Long, Long> now = new HashMap<>();
      for (Map.Entry<String, Long> seen : arrival.entrySet()) {
        long resolved = learned.miner.resolve(seen.getValue());
        Long before = now.putIfAbsent(seen.getValue(), resolved);
        assertThat(before == null || before == resolved).isTrue();
        assertThat(learned.miner.template(resolved)).as(seen.getKey()).isNotNull();
      }
    }
    learned.miner.templates();
    for (Map.Entry<String, Long> seen : arrival.entrySet()) {
      assertThat(learned.miner.resolve(learned.add(seen.getKey())))
          .as(seen.getKey())
          .isEqualTo(learned.miner.resolve(seen.getValue()));
    }
  }

  @Property(tries = 200)
  void everyRecordIsCountedOnce(@ForAll("texts") List<String> texts) {
    Learned learned = new Learned(new MinerSettings(16, 16, 1 << 16));
    for (int i = 0; i < 4; i++) {
      texts.forEach(learned::add);
    }

    MinerLedger ledger = learned.miner.ledger();
    assertThat(ledger.records()).isEqualTo(4L * texts.size());
    assertThat(ledger.isBalanced()).as(ledger.toString()).isTrue();
  }

  @Property(tries = 200)
  void knowledgeReadsBackAsItWasWritten(@ForAll("texts") List<String> texts) {
    Knowledge knowledge = known(texts);

    assertThat(Knowledge.parse(knowledge.toJson())).isEqualTo(knowledge);
  }

  @Property(tries = 500)
  void anyTextIsLearned(@ForAll String text) {
    Learned learned = new Learned();
    long id = learned.add(text);

    assertThat(learned.miner.template(id)).isNotNull();
    assertThat(learned.miner.ledger().isBalanced()).isTrue();
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Learned.anyTexts();
  }

  private static Knowledge known(List<String> texts) {
    return Learned.from(texts).miner.knowledge();
  }
}
