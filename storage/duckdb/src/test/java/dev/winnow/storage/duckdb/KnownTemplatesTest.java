package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.TemplateChange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KnownTemplatesTest {
  private static final int MOST = KnownTemplates.MAX_OF_TENANT;

  private final KnownTemplates templates = new KnownTemplates();

  @Test
  void forgetsWhatNoRecordHadForLongest() {
    learn("acme", 1, MOST, "a");
    learn("other", 1, 1, "a");
    meet(1);
    learn("acme", MOST + 1, 2, "b");
    assertThat(templates.of("acme")).hasSize(MOST).containsKeys(1L, MOST + 1L, MOST + 2L);
    assertThat(templates.of("acme")).doesNotContainKeys(2L, 3L);
    assertThat(templates.of("other")).containsOnlyKeys(1L);
    assertThat(templates.forgotten()).isEqualTo(2);
  }

  @Test
  void forgetsBeforeLongTextsFillTheMemory() {
    String long8k = "x".repeat(8 << 10);
    learn("acme", 1, 5_000, long8k);
    assertThat(templates.of("acme")).hasSize((32 << 20) / (8 << 10));
    learn("acme", 1, 5_000, "");
    learn("acme", 1, 100, "short");
    assertThat(templates.of("acme")).hasSize(5_000);
  }

  @Test
  void letsAnAliasOfAForgottenTemplateStandForIt() {
    templates.learn("acme", List.of(new TemplateChange.Learned(1, "into")), 0);
    templates.learn("acme", List.of(new TemplateChange.Merged(2, 1)), 0);
    meet(2);
    learn("acme", 10, MOST - 1, "a");
    assertThat(templates.of("acme")).doesNotContainKey(1L).containsKey(2L);
    assertThat(templates.resolve("acme", 2)).isEqualTo(1);
  }

  private void learn(String tenantId, long first, int number, String text) {
    templates.learn(
        tenantId,
        LongStream.range(first, first + number)
            .<TemplateChange>mapToObj(id -> new TemplateChange.Learned(id, text))
            .toList(),
        0);
  }

  private void meet(long templateId) {
    templates.meet("acme", List.of(new CountDelta(templateId, "a", SeverityNumber.INFO, 0, 1, 10)));
  }
}
