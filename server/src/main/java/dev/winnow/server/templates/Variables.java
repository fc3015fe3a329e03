package dev.winnow.server.templates;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.miner.TemplateVariables;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.formats.value.VariableValues;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.server.records.RecordSample;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TemplateStore;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Tells what records of a template hold in the places of its placeholders. */
public final class Variables {
  public static final int DEFAULT_SAMPLE = 1_000;
  private static final int MAX_TOP = 10;

  private final LogReader reader;
  private final TemplateStore store;

  public Variables(LogReader reader, TemplateStore store) {
    this.reader = reader;
    this.store = store;
  }

  /**
   * Reads the newest records of a template.
   *
   * @param sample how many at most; fewer where they are large
   */
  public VariablesAnswer variables(Selection selection, long templateId, int sample) {
    KnownTemplates known = KnownTemplates.of(store, selection.tenantId());
    long id = known.current(templateId);
    Selection own = Selections.ofTemplates(selection, List.of(id));
    RecordSample newest = RecordSample.of(reader, own, sample);
    List<StoredRecord> records = newest.records();
    Sample read = new Sample(miner(selection.tenantId()), id);
    // Only when all of them are learned, places do not change any more.
    records.forEach(read::learn);
    records.forEach(read::add);
    return new VariablesAnswer(
        HexFormat.of().toHexDigits(id),
        known.text(id),
        records.size(),
        newest.isComplete(),
        records.size() - read.recordsWithValues,
        read.variables.stream().map(Variables::variable).toList());
  }

  /** A miner that knows what the tenant's has saved; what it learns from the sample is let go. */
  private TemplateMiner miner(String tenantId) {
    return store
        .knowledge(tenantId)
        .map(json -> new TemplateMiner(MinerSettings.DEFAULT, Knowledge.parse(json)))
        .orElseGet(() -> new TemplateMiner(MinerSettings.DEFAULT));
  }

  private static VariablesAnswer.Variable variable(VariableValues values) {
    return new VariablesAnswer.Variable(
        Parameter.label(values.mask()),
        values.key().isEmpty() ? null : values.key(),
        values.count(),
        values.distinct().count(),
        values.distinct().isExact(),
        values.top(MAX_TOP).stream().map(Variables::top).toList(),
        values.isMeasured() ? measured(values) : null);
  }

  private static VariablesAnswer.TopValue top(HeavyHitter hitter) {
    return new VariablesAnswer.TopValue(
        hitter.text(), hitter.isCut(), hitter.count(), hitter.error());
  }

  private static VariablesAnswer.Measured measured(VariableValues values) {
    QuantileSketch measured = values.measured();
    return new VariablesAnswer.Measured(
        values.quantity().unit(),
        measured.min(),
        values.quantile(.5),
        values.quantile(.95),
        measured.max());
  }

  /** The values of records as they are read. They were redacted before they were stored. */
  private static final class Sample {
    private final TemplateMiner miner;
    private final TemplateVariables reader;
    private final long templateId;
    private final FormScanner forms = new FormScanner();
    private final List<VariableValues> variables = new ArrayList<>();
    private long recordsWithValues;

    private Sample(TemplateMiner miner, long templateId) {
      this.miner = miner;
      this.reader = new TemplateVariables(miner);
      this.templateId = templateId;
    }

    private void learn(StoredRecord stored) {
      miner.add(forms, forms.scan(text(stored)));
    }

    private void add(StoredRecord stored) {
      long formId = forms.scan(text(stored));
      long id = miner.resolve(miner.add(forms, formId));
      if (id != miner.resolve(templateId) || !reader.read(forms, formId, id)) {
        return;
      }
      recordsWithValues++;
      for (int i = 0; i < reader.count(); i++) {
        if (i == variables.size()) {
          variables.add(new VariableValues(reader.mask(i), reader.key(i)));
        }
        variables.get(i).add(reader.source(i), reader.start(i), reader.end(i));
      }
    }

    /** What the template was learned from: the body, or the name of an event that has none. */
    private static String text(StoredRecord stored) {
      LogRecord record = stored.kept().record();
      return record.body() instanceof AnyValue.EmptyValue
          ? record.eventName()
          : record.body().text();
    }
  }
}
