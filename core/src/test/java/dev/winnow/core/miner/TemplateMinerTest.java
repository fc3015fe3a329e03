package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateMinerTest {
  private static final List<String> NAMES =
      List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy");

  @Test
  void countsTextsThatDifferInValuesAsOneTemplate() {
    Learned learned = Learned.from(List.of("User 123 logged in", "User 456 logged in"));

    assertThat(learned.counted()).containsExactly("2 User <num> logged in");
  }

  @Test
  void knowsTheTemplateOfAValueBeforeAnythingIsLearned() {
    Learned learned = new Learned();

    long first = learned.add("took 45ms");
    long second = learned.add("took 46ms");

    assertThat(second).isEqualTo(first);
    assertThat(learned.miner.template(first)).isEqualTo(new Template(first, "took <dur>"));
  }

  @Test
  void keepsPlainWordsApartWithoutEvidence() {
    Learned learned = Learned.from(List.of("cache flushed today", "cache rebuilt today"));

    assertThat(learned.texts()).containsExactly("cache flushed today", "cache rebuilt today");
  }

  @Test
  void opensAPositionThatHeldManyDifferentWords() {
    Learned learned = new Learned();
    NAMES.forEach(name -> learned.add("profile " + name + " was changed"));

    assertThat(learned.counted()).containsExactly("10 profile <*> was changed");
  }

  @Test
  void opensANameBehindAWordThatIntroducesOneSooner() {
    Learned learned = new Learned();
    NAMES.subList(0, 3).forEach(name -> learned.add("session opened for user " + name));

    assertThat(learned.counted()).containsExactly("3 session opened for user <*>");
  }

  @Test
  void neverMergesStatementsThatDifferInADecisiveWord() {
    Learned learned = new Learned();
    for (String name : NAMES) {
      learned.add("login of user " + name + " accepted");
      learned.add("login of user " + name + " rejected");
    }

    assertThat(learned.texts())
        .containsExactly("login of user <*> accepted", "login of user <*> rejected");
  }

  @Test
  void anEarlierIdStandsForTheMergedTemplate() {
    Learned learned = new Learned();
    List<Long> ids =
        NAMES.stream().map(name -> learned.add("profile " + name + " changed")).toList();

    long merged = learned.miner.templates().get(0).template().id();
    assertThat(ids).hasSizeGreaterThan(1);
    assertThat(ids.stream().map(learned.miner::resolve)).containsOnly(merged);
    assertThat(ids.get(0)).isNotEqualTo(merged);
  }

  @Test
  void readsEmptyAndFilledBracketsAsOnePlace() {
    Learned learned =
        Learned.from(
            List.of(
                "connection from 10.0.0.1 () at 12:00",
                "connection from 10.0.0.2 (a.b.c) at 12:01"));

    assertThat(learned.counted()).containsExactly("2 connection from <ip> (<*>) at <time>");
  }

  @Test
  void readsListsOfAnyLengthAsOnePlace() {
    Learned learned =
        Learned.from(
            List.of(
                "assigned [p-0]",
                "assigned [p-0, p-1]",
                "assigned [p-0, p-1, p-2]",
                "assigned []"));

    assertThat(learned.counted()).containsExactly("4 assigned [<*>]");
  }

  @Test
  void readsQuotedValuesBehindKeysWhateverTheyHold() {
    Learned learned =
        Learned.from(List.of("open name=\"Jane Doe\" ok", "open name=\"x\" ok", "open name=y7 ok"));

    assertThat(learned.counted()).containsExactly("3 open name=<*> ok");
  }

  @Test
  void keepsRequestMethodsApartUntilManyWereSeen() {
    Learned learned = Learned.from(List.of("GET /a 200", "POST /a 200", "GET /b/c 404"));

    assertThat(learned.counted()).containsExactly("2 GET <path> <num>", "1 POST <path> <num>");
  }

  @Test
  void keepsTheTypesOfExceptionsApart() {
    Learned learned =
        Learned.from(
            List.of(
                "call failed: java.io.IOException: Broken pipe",
                "call failed: java.net.SocketTimeoutException: Broken pipe"));

    assertThat(learned.texts()).hasSize(2);
  }

  @Test
  void givesTheTypeOfAPlaceWhereAllValuesAgree() {
    Learned learned = Learned.from(List.of("peer 10.0.0.1 left", "peer 10.0.0.2 left"));
    learned.add("size is 5");
    learned.add("size is 10MB");

    assertThat(learned.texts()).containsExactly("peer <ip> left", "size is <*>");
  }

  @Test
  void keepsLiteralAngleBracketsInTexts() {
    Learned learned = Learned.from(List.of("value <num> missing in List<String>"));

    assertThat(learned.miner.templates().get(0).template().untypedText())
        .isEqualTo("value <num> missing in List<String>");
    assertThat(learned.miner.templates().get(0).template().text())
        .isEqualTo("value <<num> missing in List<<String>");
  }

  @Test
  void readsAMessageThatEndsInASpace() {
    Learned learned =
        Learned.from(List.of("{\"msg\":\"done \"}", "{\"msg\":\"done\"}", "{\"msg\":\" \"}"));

    assertThat(learned.miner.ledger().inTemplates()).isEqualTo(3);
  }

  @Test
  void readsTextThatLooksLikeAStructuredForm() {
    for (String text :
        List.of(
            "msg=\"hello \"",
            "user=\"bob \" action=\"x\"",
            "key=\" \"",
            "<",
            "a=<",
            "k=<<x y=1 z=2")) {
      Learned learned = Learned.from(List.of(text, text + " "));

      assertThat(learned.miner.ledger().inTemplates()).as(text).isEqualTo(2);
    }
  }

  @Test
  void anIdThatReturnsStandsForItselfAgain() {
    Learned learned = new Learned(new MinerSettings(16, 16, 1 << 16));
    long id = learned.add("profile alice changed");
    NAMES.forEach(name -> learned.add("profile " + name + " changed"));
    for (int i = 0; i < 5_000; i++) {
      learned.add(
          "noise "
              + (char) ('a' + i % 23)
              + (char) ('a' + i / 23 % 23)
              + "x"
              + (char) ('a' + i % 7));
    }
    learned.add("profile alice changed");
    long returned = learned.add("profile alice changed");

    assertThat(learned.miner.resolve(returned)).isEqualTo(returned);
    assertThat(learned.texts()).anyMatch(text -> text.startsWith("profile "));
    assertThat(learned.miner.template(id)).isEqualTo(learned.miner.template(returned));
    assertThat(learned.miner.ledger().isBalanced()).isTrue();
  }

  @Test
  void countsFormsOfAMergedTemplateWhereverTheyBegan() {
    Learned learned = new Learned();
    for (int i = 0; i < 2_000; i++) {
      learned.add("begin wq" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + " then end");
    }
    NAMES.forEach(name -> learned.add("begin " + name + " then end"));
    learned.add("begin wqab then end");

    assertThat(learned.counted()).containsExactly("2011 begin <*> then end");
    assertThat(learned.miner.ledger().isBalanced()).isTrue();
  }

  @Test
  void findsFiftyFormatStringsInAHundredThousandErrors() {
    List<String> verbs = new ArrayList<>();
    IntStream.range(0, 50)
        .forEach(i -> verbs.add("step" + (char) ('a' + i % 26) + (char) ('a' + i / 26)));
    Learned learned = new Learned();
    for (int i = 0; i < 100_000; i++) {
      learned.add("ERROR " + verbs.get(i % 50) + " failed after " + i + " ms on 10.0.0." + i % 256);
    }

    assertThat(learned.miner.templates()).hasSizeLessThanOrEqualTo(50);
    assertThat(learned.miner.templates().stream().mapToLong(TemplateCount::count).sum())
        .isEqualTo(100_000);
  }

  @Test
  void tellsHowThingsStandWhileItLearns() {
    Learned learned =
        Learned.from(List.of("User 1 logged in", "took 45ms", "User 2 logged in", "disk is full"));
    long user = learned.add("User 3 logged in");

    assertThat(learned.miner.size()).isEqualTo(3);
    assertThat(learned.miner.count(user)).isEqualTo(3);
    assertThat(learned.miner.count(1)).isZero();
    assertThat(learned.miner.mostFrequent(1))
        .containsExactly(new TemplateCount(new Template(user, "User <num> logged in"), 3));
    assertThat(learned.miner.mostFrequent(9)).hasSize(3);
  }

  @Test
  void countsAMergedTemplateWithAllItsParts() {
    Learned learned = new Learned();
    NAMES.forEach(name -> learned.add("profile " + name + " changed"));

    assertThat(learned.miner.count(learned.add("profile zoe changed"))).isEqualTo(11);
  }
}
