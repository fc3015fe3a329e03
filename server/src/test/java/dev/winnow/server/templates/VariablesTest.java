package dev.winnow.server.templates;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.templates.VariablesAnswer.Measured;
import dev.winnow.server.templates.VariablesAnswer.TopValue;
import dev.winnow.server.templates.VariablesAnswer.Variable;
import dev.winnow.storage.Batch;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VariablesTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Variables variables = new Variables(store.reader(), store.templates());
  private final TemplateMiner miner = new TemplateMiner(MinerSettings.DEFAULT);
  private final FormScanner forms = new FormScanner();
  private final Selection lastDay = new SelectionReader(TENANT, NOW).recent(Templates.DEFAULT_SPAN);
  private long templateId;

  @BeforeEach
  void append() {
    for (String body :
        List.of("took 20ms for user=7", "took 10ms for user=7", "took 40ms for user=8")) {
      long id = miner.add(forms, forms.scan(body));
      templateId = miner.resolve(id);
      String text = Objects.requireNonNull(miner.template(templateId)).text();
      KeptRecord kept =
          new KeptRecord(
              record(-60, "cart", SeverityNumber.INFO, body), id, false, Sampling.NO_POLICY, 9);
      store.append(
          new Batch(
              "",
              SampleRecords.TODAY,
              TENANT,
              "test",
              List.of(kept),
              List.of(),
              List.of(),
              List.of(new TemplateChange.Learned(templateId, text))));
    }
    store.templates().saveKnowledge(TENANT, miner.knowledge().toJson());
  }

  @Test
  void countsAndMeasuresValues() {
    VariablesAnswer answer = variables.variables(lastDay, templateId, 1_000);

    assertThat(answer.template()).isEqualTo("took <dur> for user=<num>");
    assertThat(answer.sampledRecords()).isEqualTo(3);
    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.recordsWithoutValues()).isZero();
    assertThat(answer.variables())
        .containsExactly(
            new Variable(
                "dur",
                null,
                3,
                3,
                true,
                List.of(
                    new TopValue("40ms", false, 1, 0),
                    new TopValue("10ms", false, 1, 0),
                    new TopValue("20ms", false, 1, 0)),
                new Measured("ns", 10e6, 20e6, 20e6, 40e6)),
            new Variable(
                "num",
                "user",
                3,
                2,
                true,
                List.of(new TopValue("7", false, 2, 0), new TopValue("8", false, 1, 0)),
                new Measured("1", 7, 7, 7, 8)));
  }

  @Test
  void saysHowMuchItHasRead() {
    VariablesAnswer answer = variables.variables(lastDay, templateId, 2);

    assertThat(answer.sampledRecords()).isEqualTo(2);
    assertThat(answer.isComplete()).isFalse();
  }

  @Test
  void saysWhichRecordsItCannotTellApart() {
    store
        .templates()
        .saveKnowledge(TENANT, new TemplateMiner(MinerSettings.DEFAULT).knowledge().toJson());

    VariablesAnswer answer = variables.variables(lastDay, templateId, 10);

    assertThat(answer.recordsWithoutValues() + answer.variables().getFirst().count()).isEqualTo(3);
  }
}
