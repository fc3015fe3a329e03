package dev.winnow.cli.explain;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.console.Progress;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.miner.TemplateVariables;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.value.VariableValues;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.redaction.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is known about one template of a log, whose records are read once more for it. */
final class Explanation {
  private static final int MAX_EXAMPLES = 5;
  private static final int MAX_EXAMPLE_BYTES = 4096;

  private final Findings findings;
  private final TemplateFindings template;
  private final TemplateMiner miner;
  private final TemplateVariables reader;
  private final FormScanner forms = new FormScanner();
  private final Redactor redactor = new Redactor();
  private final List<VariableValues> variables = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private long records;
  private long recordsWithValues;

  /** An explanation of a template that has yet to be given its records. */
  Explanation(Findings findings, TemplateFindings template) {
    this.findings = findings;
    this.template = template;
    miner = findings.knowingMiner();
    reader = new TemplateVariables(miner);
  }

  /**
   * Reads an input that the findings are of.
   *
   * @throws IOException if it cannot be read to its end; what was read before is taken in
   */
  void read(Input input, Progress progress) throws IOException {
    RecordReader reading = new RecordReader(input, findings.scope().layouts());
    while (reading.next()) {
      if (!findings.scope().isLimited() || findings.scope().includes(reading)) {
        add(reading, input.name());
      }
      progress.update(input, reading.line());
    }
  }

  private void add(RecordReader record, String input) {
    long formId = forms.scan(record.bytes(), record.bodyFrom(), record.to());
    long id = miner.resolve(miner.add(forms, formId));
    if (id != miner.resolve(template.template().id())) {
      return;
    }
    if (examples.size() < MAX_EXAMPLES && records >= due(examples.size())) {
      examples.add(example(record, input));
    }
    records++;
    if (reader.read(forms, formId, id)) {
      recordsWithValues++;
      for (int i = 0; i < reader.count(); i++) {
        if (i == variables.size()) {
          variables.add(new VariableValues(reader.mask(i), reader.key(i)));
        }
        addValue(i);
      }
    }
  }

  private void addValue(int index) {
    VariableValues values = variables.get(index);
    if (forms.secrets() == 0) {
      values.add(reader.source(index), reader.start(index), reader.end(index));
    } else {
      byte[] value = redacted(index).getBytes(StandardCharsets.UTF_8);
      values.add(value, 0, value.length);
    }
  }

  /** A value without the secrets in it; some are known for such only by the key before them. */
  private String redacted(int index) {
    String before = reader.key(index) + "=\"";
    String after = "\"";
    String redacted = redactor.redact(before + reader.value(index) + after);
    boolean isQuoted = redacted.startsWith(before) && redacted.endsWith(after);
    return isQuoted
        ? redacted.substring(before.length(), redacted.length() - after.length())
        : redactor.redact(reader.value(index));
  }

  /** How many records are before an example, so that all of them are spread over the log. */
  private long due(int example) {
    return (template.count() - 1) * example / (MAX_EXAMPLES - 1);
  }

  private Example example(RecordReader record, String input) {
    // Before it is cut, as nobody knows the first half of a secret for one.
    redactor.redact(record.bytes(), record.bodyFrom(), record.to());
    int length = Math.min(redactor.length(), MAX_EXAMPLE_BYTES);
    String text = new String(redactor.bytes(), 0, length, StandardCharsets.UTF_8);
    boolean hasTime = record.reading().hasTime();
    return new Example(
        text, input, record.line(), hasTime, hasTime ? record.reading().epochNanos() : 0);
  }

  Findings findings() {
    return findings;
  }

  TemplateFindings template() {
    return template;
  }

  /** One for each placeholder of the template, in their order. */
  List<VariableValues> variables() {
    return variables;
  }

  /** Up to five records, in the order of the log. */
  List<Example> examples() {
    return examples;
  }

  /** The records that were read again but whose values could not be told apart. */
  long recordsWithoutValues() {
    return records - recordsWithValues;
  }
}
