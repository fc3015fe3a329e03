package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.report.Moment;
import dev.winnow.cli.report.Wording;
import dev.winnow.core.detection.Difference;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.core.detection.RateRatio;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.stacktrace.StackTrace;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Differences as one JSON object, for programs. What is unknown is absent, as is the upper end of
 * an interval that has none.
 */
final class DiffJson {
  private static final double MILLI = 1e6;

  private final Differences found;
  private final int top;
  private final StringBuilder text = new StringBuilder();
  private final JsonWriter json = new JsonWriter(text);

  DiffJson(Differences found, int top) {
    this.found = found;
    this.top = top;
  }

  String text() {
    json.beginObject();
    json.key("verdict").value(Phrases.verdict(found));
    conditions();
    side("base", found.base(), found.cost().base());
    side("candidate", found.candidate(), found.cost().candidate());
    json.key("size_ratio").value(found.sizes().ratio());
    json.key("size_ratio_templates").value(found.sizes().templates());
    templates();
    levels();
    traces();
    json.key("error_share").beginObject();
    ratio(found.errorShare());
    json.endObject();
    json.key("bytes_at_equal_size").beginObject();
    ratio(found.cost().ratio());
    json.endObject();
    latency();
    json.key("new_secrets").beginObject();
    found.secrets().forEach((kind, count) -> json.key(kind.text()).value(count));
    json.endObject();
    json.endObject();
    return text.toString();
  }

  /** What {@code --fail-on} could name. */
  private void conditions() {
    json.key("found").beginArray();
    for (FailCondition condition : FailCondition.values()) {
      if (condition.holds(found)) {
        json.value(condition.toString());
      }
    }
    json.endArray();
  }

  private void side(String name, Findings log, long bytes) {
    json.key(name).beginObject();
    json.key("inputs").beginArray();
    log.inputs().stream().map(InputFindings::name).forEach(json::value);
    json.endArray();
    json.key("partial").value(log.partial());
    json.key("records").value(log.records());
    json.key("records_left_out").value(log.leftOut());
    json.key("records_without_template").value(log.untold());
    json.key("error_records").value(log.levels().errors());
    json.key("bytes").value(bytes);
    times(log.times());
    json.key("levels").beginObject();
    for (SeverityNumber range : Wording.LEVELS) {
      if (log.levels().of(range) > 0) {
        json.key(range.name()).value(log.levels().of(range));
      }
    }
    json.endObject();
    json.endObject();
  }

  private void templates() {
    json.key("templates_total").beginObject();
    for (Kind kind : Kind.values()) {
      json.key(word(kind)).value(found.of(kind).size());
    }
    json.endObject();
    json.key("templates").beginArray();
    for (Kind kind : List.of(Kind.NEW, Kind.GONE, Kind.MORE, Kind.LESS)) {
      found.of(kind).stream().limit(top).forEach(this::template);
    }
    found.rareNewErrors().stream().limit(top).forEach(this::template);
    json.endArray();
  }

  private void template(TemplateDifference template) {
    TemplateFindings shown = template.shown();
    json.beginObject();
    json.key("kind").value(word(template.kind()));
    identify(template);
    json.key("is_error").value(template.isError());
    counts(template.difference());
    times(shown.statistics().times());
    exemplar(template.isError() ? shown.firstError() : shown.first());
    json.endObject();
  }

  private void identify(TemplateDifference template) {
    json.key("template_id").value(template.template().hexId());
    json.key("template").value(template.template().typedText());
    json.key("severity_text").value(severity(template.shown()));
  }

  private static String severity(TemplateFindings template) {
    return template.statistics().usualSeverity().name();
  }

  private void counts(Difference difference) {
    json.key("base_records").value(difference.base());
    json.key("candidate_records").value(difference.candidate());
    ratio(difference.ratio());
    json.key("q_value").value(difference.qValue());
  }

  private void ratio(RateRatio ratio) {
    json.key("ratio").value(ratio.ratio());
    json.key("ratio_low").value(ratio.low());
    if (Double.isFinite(ratio.high())) {
      json.key("ratio_high").value(ratio.high());
    }
    json.key("p_value").value(ratio.pValue());
  }

  private void levels() {
    json.key("other_levels").beginArray();
    for (TemplateDifference template : found.levels()) {
      TemplateFindings base = template.base();
      if (base != null) {
        json.beginObject();
        identify(template);
        json.key("base_severity_text").value(severity(base));
        json.endObject();
      }
    }
    json.endArray();
  }

  private void traces() {
    json.key("stack_traces").beginArray();
    for (Kind kind : List.of(Kind.NEW, Kind.GONE)) {
      for (TraceDifference trace : found.tracesOf(kind).stream().limit(top).toList()) {
        StackTrace thrown = trace.thrown().trace();
        json.beginObject();
        json.key("kind").value(word(kind));
        json.key("fingerprint").value("%016x".formatted(thrown.fingerprint()));
        json.key("root_cause_type").value(thrown.rootCause().type());
        json.key("root_cause_message").value(thrown.rootCause().message());
        counts(trace.difference());
        times(trace.thrown().times());
        exemplar(trace.thrown().exemplar());
        json.endObject();
      }
    }
    json.endArray();
  }

  private void latency() {
    json.key("latency").beginArray();
    for (LatencyDifference latency : found.latency()) {
      json.beginObject();
      json.key("kind").value(latency.isSlower() ? "slower" : "faster");
      identify(latency.template());
      json.key("base_p50_ms").value(latency.baseMedian() / MILLI);
      json.key("candidate_p50_ms").value(latency.candidateMedian() / MILLI);
      json.key("base_p95_ms").value(latency.baseHigh() / MILLI);
      json.key("candidate_p95_ms").value(latency.candidateHigh() / MILLI);
      json.key("p_value").value(latency.spread().pValue());
      json.endObject();
    }
    json.endArray();
  }

  private void times(Times times) {
    if (times.isKnown()) {
      json.key("first_timestamp").value(Moment.iso(times.first()));
      json.key("last_timestamp").value(Moment.iso(times.last()));
    }
  }

  private void exemplar(@Nullable Exemplar exemplar) {
    if (exemplar != null) {
      json.key("exemplar").value(exemplar.text());
      json.key("input").value(exemplar.input());
      json.key("line").value(exemplar.line());
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
