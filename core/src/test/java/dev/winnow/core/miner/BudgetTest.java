package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final MinerSettings SMALL = new MinerSettings(256, 64, 1 << 18);

  @Test
  void keepsWhatIsUsedWhileStrangersPass() {
    Learned learned = new Learned(SMALL);
    long known = 0;
    for (int i = 0; i < 100_000; i++) {
      known = learned.add("heartbeat of service ok");
      learned.add(words(i));
    }

    assertThat(learned.add("heartbeat of service ok")).isEqualTo(known);
    assertThat(learned.counted()).contains("100001 heartbeat of service ok");
    assertThat(learned.miner.templates()).hasSizeLessThanOrEqualTo(64);
    assertThat(learned.miner.ledger().isBalanced()).isTrue();
    assertThat(learned.miner.ledger().unlearned()).isPositive();
  }

  @Test
  void aTemplateThatReturnsHasItsCountAgain() {
    Learned learned = new Learned(new MinerSettings(16, 16, 1 << 16));
    for (int i = 0; i < 50; i++) {
      learned.add("the rare bird sang");
    }
    for (int i = 0; i < 2_000; i++) {
      learned.add(words(i % 40));
      learned.add(words(i % 40));
    }
    learned.add("the rare bird sang");
    learned.add("the rare bird sang");

    assertThat(learned.miner.ledger().isBalanced()).isTrue();
    assertThat(learned.counted()).anyMatch(counted -> counted.endsWith(" the rare bird sang"));
  }

  @Test
  void opensABucketOfTooManyStatements() {
    Learned learned = new Learned();
    for (int i = 0; i < 4_000; i++) {
      learned.add("begin " + letters(i) + " then " + letters(i / 64) + " end");
    }

    assertThat(learned.counted()).containsExactly("4000 begin <*> then <*> end");
  }

  @Test
  void refusesABudgetWithoutRoom() {
    assertThatExceptionOfType(WinnowException.class)
        .isThrownBy(() -> new MinerSettings(16, 15, 1 << 20))
        .withMessageContaining("15 templates")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_TOO_SMALL));
  }

  @Test
  void refusesASnapshotOfAnotherFormat() {
    for (String json :
        List.of("", "{}", "[1]", "{\"format\":2,\"rules\":1,\"shapes\":[],\"aliases\":[]}")) {
      assertThatExceptionOfType(WinnowException.class)
          .isThrownBy(() -> Knowledge.parse(json))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SNAPSHOT_UNUSABLE));
    }
  }

  /** A text of words that no other number gives. */
  private static String words(int number) {
    return letters(number) + " " + letters(number * 31 + 7) + " " + letters(number ^ 0x5555);
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder("w");
    for (char c : Integer.toString(Math.abs(number), 26).toLowerCase(Locale.ROOT).toCharArray()) {
      letters.append((char) (Character.isDigit(c) ? c - '0' + 'a' : c - 'a' + 'k'));
    }
    return letters.toString();
  }
}
