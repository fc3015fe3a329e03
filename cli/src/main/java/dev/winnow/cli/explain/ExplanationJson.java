package dev.winnow.cli.explain;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.TemplateStatistics;
import dev.winnow.cli.report.Moment;
import dev.winnow.cli.report.Wording;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.formats.value.VariableValues;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Locale;

/** An explanation as one JSON object, for programs. */
final class ExplanationJson {
  private static final int TREND_CELLS = 24;
  private static final int MAX_VALUES = 20;

  private final Explanation explanation;
  private final Findings findings;
  private final TemplateFindings template;
  private final StringBuilder text = new StringBuilder();
  private final JsonWriter json = new JsonWriter(text);

  ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
    findings = explanation.findings();
    template = explanation.template();
  }

  String text() {
    TemplateStatistics known = template.statistics();
    json.beginObject();
    json.key("partial").value(findings.partial());
    json.key("template_id").value(template.template().hexId());
    json.key("template").value(template.template().typedText());
    json.key("count").value(template.count());
    json.key("share").value((double) template.count() / findings.records());
    json.key("bytes").value(known.bytes());
    levels(known);
    if (known.times().isKnown()) {
      json.key("first_timestamp").value(Moment.iso(known.times().first()));
      json.key("last_timestamp").value(Moment.iso(known.times().last()));
    }
    trend(known);
    json.key("variables").beginArray();
    explanation.variables().forEach(this::variable);
    json.endArray();
    json.key("records_without_values").value(explanation.recordsWithoutValues());
    json.key("examples").beginArray();
    explanation.examples().forEach(this::example);
    json.endArray();
    json.endObject();
    return text.toString();
  }

  private void levels(TemplateStatistics known) {
    json.key("levels").beginObject();
    for (SeverityNumber range : Wording.LEVELS) {
      if (known.of(range) > 0) {
        json.key(range.name()).value(known.of(range));
      }
    }
    json.endObject();
  }

  private void trend(TemplateStatistics known) {
    int[] counts = known.trend(findings.grid());
    if (counts.length > 0 && findings.grid().isDivisible()) {
      json.key("trend").beginArray();
      for (double cell : findings.grid().cells(counts, TREND_CELLS)) {
        json.value(Math.round(cell * 100) / 100.0);
      }
      json.endArray();
    }
  }

  private void variable(VariableValues values) {
    json.beginObject();
    json.key("type").value(values.mask().name().toLowerCase(Locale.ROOT));
    if (!values.key().isEmpty()) {
      json.key("key").value(values.key());
    }
    json.key("count").value(values.count());
    json.key("distinct").value(values.distinct().count());
    json.key("distinct_is_exact").value(values.distinct().isExact());
    json.key("top").beginArray();
    for (HeavyHitter hitter : values.top(MAX_VALUES)) {
      json.beginObject();
      json.key("value").value(hitter.text());
      json.key("is_cut").value(hitter.isCut());
      json.key("count").value(hitter.count());
      json.key("count_error").value(hitter.error());
      json.endObject();
    }
    json.endArray();
    if (values.isMeasured()) {
      quantiles(values);
    }
    json.endObject();
  }

  private void quantiles(VariableValues values) {
    QuantileSketch measured = values.measured();
    json.key("unit").value(values.quantity().unit());
    json.key("min").value(measured.min());
    json.key("p50").value(values.quantile(.5));
    json.key("p95").value(values.quantile(.95));
    json.key("max").value(measured.max());
  }

  private void example(Example example) {
    json.beginObject();
    json.key("text").value(example.text());
    if (example.hasTime()) {
      json.key("timestamp").value(Moment.iso(example.epochNanos()));
    }
    json.key("input").value(example.input());
    json.key("line").value(example.line());
    json.endObject();
  }
}
