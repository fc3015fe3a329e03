package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.hash.Hash64;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JoinTest {
  private static final MinerSettings SMALL = new MinerSettings(64, 16, 1 << 16);

  @Property(tries = 500)
  void joinedMinersAreOneThatSawAllRecords(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll long split) {
    List<Learned> learned = split(texts, parts, split, MinerSettings.DEFAULT);

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    Learned one = Learned.from(texts);
    assertThat(joined.templates()).isEqualTo(one.miner.templates());
    assertThat(joined.ledger()).isEqualTo(one.miner.ledger());
    assertThat(joined.knowledge().shapes()).isEqualTo(one.miner.knowledge().shapes());
  }

  @Property(tries = 500)
  void idsOfAllPartsAreUnderstood(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll long split) {
    List<Learned> learned = newParts(parts, MinerSettings.DEFAULT);
    List<Long> arrivals = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      arrivals.add(learned.get(part(split, i, parts)).add(texts.get(i)));
    }

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    Learned again = new Learned(joined);
    for (int i = 0; i < texts.size(); i++) {
      long id = joined.resolve(arrivals.get(i));
      assertThat(again.add(texts.get(i))).as(texts.get(i)).isEqualTo(id);
      Template template = joined.template(id);
      assertThat(template).isNotNull().extracting(Template::id).isEqualTo(id);
    }
  }

  @Property(tries = 300)
  void everyRecordIsCountedOnceBeyondTheBudget(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll long split) {
    List<String> often = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      often.addAll(texts);
    }

    List<Learned> learned = newParts(parts, SMALL);
    Set<Long> arrivals = new HashSet<>();
    for (int i = 0; i < often.size(); i++) {
      arrivals.add(learned.get(part(split, i, parts)).add(often.get(i)));
    }

    TemplateMiner joined = join(SMALL, learned);

    assertThat(arrivals).allMatch(id -> joined.resolve(joined.resolve(id)) == joined.resolve(id));
    assertThat(joined.ledger().records()).isEqualTo(often.size());
    assertThat(joined.ledger().isBalanced()).as(joined.ledger().toString()).isTrue();
    assertThat(joined.templates()).hasSizeLessThanOrEqualTo(SMALL.maxTemplates());
  }

  @Property(tries = 100)
  void joiningLeavesThePartsAsTheyAre(@ForAll("texts") List<String> texts) {
    List<Learned> learned = split(texts, 2, 5, MinerSettings.DEFAULT);
    List<List<TemplateCount>> before = learned.stream().map(l -> l.miner.templates()).toList();

    TemplateMiner once = join(MinerSettings.DEFAULT, learned);
    TemplateMiner twice = join(MinerSettings.DEFAULT, learned);

    assertThat(learned.stream().map(l -> l.miner.templates())).isEqualTo(before);
    assertThat(twice.templates()).isEqualTo(once.templates());
  }

  @Test
  void noMinersJoinToOneThatKnowsNothing() {
    TemplateMiner joined = TemplateMiner.join(MinerSettings.DEFAULT, List.of());

    assertThat(joined.templates()).isEmpty();
    assertThat(joined.ledger()).isEqualTo(new MinerLedger(0, 0, 0, 0));
  }

  @Test
  void aVariableThatOnlyAllPartsTogetherProveHasOneTemplate() {
    List<Learned> learned = newParts(2, MinerSettings.DEFAULT);
    long alice = learned.get(0).add("session opened for user alice");
    long bob = learned.get(1).add("session opened for user bob");
    long carol = learned.get(1).add("session opened for user carol");

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    long id = joined.templates().get(0).template().id();
    assertThat(new Learned(joined).counted()).containsExactly("3 session opened for user <*>");
    assertThat(List.of(alice, bob, carol)).allMatch(part -> joined.resolve(part) == id);
  }

  @Test
  void aBucketOpenInOnePartIsOpenForAll() {
    List<Learned> learned = newParts(2, MinerSettings.DEFAULT);
    for (int i = 0; i < 4_000; i++) {
      learned.get(0).add("begin " + letters(i) + " then " + letters(i / 64) + " end");
    }
    long other = learned.get(1).add("begin something then another end");

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    assertThat(new Learned(joined).counted()).containsExactly("4001 begin <*> then <*> end");
    assertThat(joined.resolve(other)).isEqualTo(joined.templates().get(0).template().id());
  }

  @Test
  void aVariableWhoseProofWasShrunkTakesInTheWordsOfOtherParts() {
    List<Learned> learned = newParts(2, MinerSettings.DEFAULT);
    learned.get(0).add("profile stranger was changed");
    for (int i = 0; i < 1_000; i++) {
      learned.get(1).add("profile " + letters(i) + " was changed");
    }

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    assertThat(new Learned(joined).counted()).containsExactly("1001 profile <*> was changed");
  }

  @Test
  void whatGaveWayInOnePartIsCountedWhereItLives() {
    List<Learned> learned = newParts(2, SMALL);
    learned.get(0).add("the rare bird sang");
    for (int i = 0; i < 2_000; i++) {
      learned.get(0).add(letters(i % 100) + " " + letters(i % 100 + 7) + " passed by");
    }
    assertThat(learned.get(0).counted()).doesNotContain("1 the rare bird sang");
    learned.get(1).add("the rare bird sang");

    TemplateMiner joined = join(MinerSettings.DEFAULT, learned);

    assertThat(new Learned(joined).counted()).contains("2 the rare bird sang");
    assertThat(joined.ledger().isBalanced()).isTrue();
  }

  @Test
  void theLeastUsedGiveWayWhereAllTogetherAreTooMany() {
    List<Learned> learned = newParts(2, MinerSettings.DEFAULT);
    for (int i = 0; i < 100; i++) {
      learned.get(0).add("heartbeat of service ok");
      learned.get(i % 2).add(letters(i) + " " + letters(i + 7) + " passed by");
    }

    TemplateMiner joined = join(SMALL, learned);

    assertThat(joined.templates()).hasSize(SMALL.maxTemplates());
    assertThat(new Learned(joined).counted()).contains("100 heartbeat of service ok");
    assertThat(joined.ledger().forgotten()).isPositive();
    assertThat(joined.ledger().isBalanced()).isTrue();
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Learned.anyTexts();
  }

  private static TemplateMiner join(MinerSettings settings, List<Learned> parts) {
    return TemplateMiner.join(settings, parts.stream().map(part -> part.miner).toList());
  }

  private static List<Learned> split(
      List<String> texts, int parts, long split, MinerSettings settings) {
    List<Learned> learned = newParts(parts, settings);
    for (int i = 0; i < texts.size(); i++) {
      learned.get(part(split, i, parts)).add(texts.get(i));
    }
    return learned;
  }

  private static List<Learned> newParts(int parts, MinerSettings settings) {
    return IntStream.range(0, parts).mapToObj(i -> new Learned(settings)).toList();
  }

  private static int part(long split, int index, int parts) {
    return (int) Long.remainderUnsigned(Hash64.mix(split, index), parts);
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder("xy");
    for (int rest = number; rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }
}
