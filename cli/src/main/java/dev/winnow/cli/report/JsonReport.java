package dev.winnow.cli.report;

import dev.winnow.cli.analysis.ChangeFindings;
import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.LayoutCounts;
import dev.winnow.cli.analysis.NameCounts;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.TemplateStatistics;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.cli.analysis.TimeGrid;
import dev.winnow.cli.analysis.Times;
import dev.winnow.core.detection.Change;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.redaction.Redactor;
import dev.winnow.kernel.severity.Severity.Source;
import dev.winnow.kernel.stacktrace.StackTrace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Findings as one JSON object, for programs. Times are RFC 3339 in UTC; what is unknown is absent.
 */
public final class JsonReport {
  /** The version of the JSON; {@code analyze.schema.json} describes it. */
  private static final String SCHEMA = "winnow-analyze-1";

  private static final int TREND_CELLS = 24;

  private final Findings findings;
  private final int top;
  private final StringBuilder text = new StringBuilder();
  private final JsonWriter json = new JsonWriter(text);

  public JsonReport(Findings findings, int top) {
    this.findings = findings;
    this.top = top;
  }

  /** The JSON Schema of the text. */
  public static String schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("analyze.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException("the schema is not in the program", failure);
    }
  }

  public String text() {
    json.beginObject();
    json.key("schema").value(SCHEMA);
    json.key("partial").value(findings.partial());
    json.key("bytes").value(findings.bytes());
    ledger(findings.ledger());
    times("first_timestamp", "last_timestamp", findings.times());
    json.key("records_with_timestamp").value(findings.timedRecords());
    json.key("records_left_out").value(findings.leftOut());
    json.key("records_with_trace_id").value(findings.tracedRecords());
    json.key("traces").value(findings.traces().count());
    inputs();
    levels();
    volume();
    templates();
    errors();
    stackTraces();
    changes();
    slowSpots();
    names("services", findings.services());
    names("hosts", findings.hosts());
    talkers("clients", findings.clients());
    talkers("users", findings.users());
    secrets();
    json.key("structured_records").value(findings.structuredRecords());
    names("fields", findings.fields());
    json.endObject();
    return text.toString();
  }

  private void ledger(LineLedger ledger) {
    json.key("lines_read").value(ledger.linesRead());
    json.key("records").value(ledger.records());
    json.key("joined_lines").value(ledger.joinedLines());
    json.key("malformed_lines").value(ledger.malformedLines());
    json.key("blank_or_header_lines").value(ledger.blankOrHeaderLines());
  }

  private void inputs() {
    json.key("inputs").beginArray();
    for (InputFindings input : findings.inputs()) {
      json.beginObject();
      json.key("name").value(input.name());
      json.key("bytes").value(input.bytes());
      ledger(input.ledger());
      json.key("layouts").beginArray();
      for (LayoutCounts.Count count : input.layouts().mostFrequent()) {
        json.beginObject();
        json.key("id").value(count.layout().id());
        json.key("name").value(count.name());
        json.key("lines").value(count.lines());
        json.endObject();
      }
      json.endArray();
      json.key("lines_with_known_layout").value(input.layouts().recognised());
      notes(input.notes());
      json.key("out_of_order_records").value(input.disorder().records());
      json.endObject();
    }
    json.endArray();
  }

  private void notes(ReadingNotes notes) {
    json.key("cut_lines").value(notes.cutLines());
    json.key("cut_records").value(notes.cutRecords());
    json.key("timestamps_without_zone").value(notes.timesWithoutZone());
    json.key("timestamps_without_year").value(notes.timesWithoutYear());
    json.key("timestamps_without_date").value(notes.timesWithoutDate());
    if (notes.firstMalformedLine() > 0) {
      json.key("first_malformed_line").value(notes.firstMalformedLine());
    }
  }

  private void levels() {
    json.key("levels").beginArray();
    for (int i = 0; i <= SeverityNumber.FATAL.number(); i += i == 0 ? 1 : SeverityNumber.RANGE) {
      SeverityNumber range = SeverityNumber.of(i);
      if (findings.levels().of(range) > 0) {
        json.beginObject();
        json.key("severity_number").value(range.number());
        json.key("severity_text").value(range.name());
        json.key("count").value(findings.levels().of(range));
        json.key("inferred").value(findings.levels().of(range, Source.INFERRED));
        json.key("assumed").value(findings.levels().of(range, Source.ASSUMED));
        json.endObject();
      }
    }
    json.endArray();
  }

  private void templates() {
    List<TemplateFindings> all = findings.templates();
    json.key("records_without_template").value(findings.untold());
    json.key("templates_total").value(all.size());
    json.key("templates").beginArray();
    for (TemplateFindings found : all.subList(0, Math.min(top, all.size()))) {
      template(found, found.count());
      TemplateStatistics known = found.statistics();
      json.key("severity_text").value(known.usualSeverity().name());
      json.key("bytes").value(known.bytes());
      times("first_timestamp", "last_timestamp", known.times());
      if (known.trend(findings.grid()).length > 0 && findings.grid().isDivisible()) {
        json.key("trend").beginArray();
        for (double cell : findings.grid().cells(known.trend(findings.grid()), TREND_CELLS)) {
          json.value(Math.round(cell * 100) / 100.0);
        }
        json.endArray();
      }
      json.endObject();
    }
    json.endArray();
  }

  private void errors() {
    List<TemplateFindings> all = findings.rarestErrors();
    json.key("error_records").value(findings.levels().errors());
    json.key("error_templates_total").value(all.size());
    json.key("rarest_errors").beginArray();
    for (TemplateFindings found : all.subList(0, Math.min(top, all.size()))) {
      template(found, found.statistics().errors());
      times("first_timestamp", "last_timestamp", found.statistics().errorTimes());
      exemplar(found.firstError());
      json.endObject();
    }
    json.endArray();
  }

  private void stackTraces() {
    List<ThrownFindings> all = findings.exceptions();
    json.key("stack_traces_total").value(all.size());
    json.key("records_with_unlisted_stack_traces").value(findings.unlistedTraces());
    json.key("stack_traces").beginArray();
    for (ThrownFindings found : all.subList(0, Math.min(top, all.size()))) {
      StackTrace trace = found.trace();
      json.beginObject();
      json.key("fingerprint").value(hex(trace.fingerprint()));
      json.key("language").value(trace.language().text());
      json.key("exception_type").value(trace.outermost().type());
      json.key("exception_message").value(trace.outermost().message());
      json.key("root_cause_type").value(trace.rootCause().type());
      json.key("root_cause_message").value(trace.rootCause().message());
      json.key("count").value(found.records());
      times("first_timestamp", "last_timestamp", found.times());
      exemplar(found.exemplar());
      json.endObject();
    }
    json.endArray();
  }

  private void volume() {
    if (!findings.grid().isDivisible()) {
      return;
    }
    TimeGrid grid = findings.grid();
    json.key("volume").beginObject();
    json.key("window_seconds").value(grid.spanNanos() / 1e9);
    json.key("first_window").value(Moment.iso(grid.spanStart(grid.firstSpan())));
    counts("records", findings.volume().records());
    counts("errors", findings.volume().errors());
    json.endObject();
  }

  private void counts(String key, int[] counts) {
    json.key(key).beginArray();
    for (int i = findings.grid().firstSpan(); i < findings.grid().endSpan(); i++) {
      json.value(counts[i]);
    }
    json.endArray();
  }

  private void changes() {
    json.key("changes_total").value(findings.changes().size());
    json.key("changes").beginArray();
    for (ChangeFindings found : findings.changes().stream().limit(top).toList()) {
      Change change = found.change();
      json.beginObject();
      json.key("kind").value(change.kind().name().toLowerCase(Locale.ROOT));
      TemplateFindings template = found.template();
      if (template != null) {
        json.key("template_id").value(template.template().hexId());
        json.key("template").value(template.template().typedText());
        json.key("severity_text").value(template.statistics().usualSeverity().name());
      }
      json.key("from").value(Moment.iso(found.from()));
      json.key("to").value(Moment.iso(found.to()));
      json.key("observed").value(change.observed());
      json.key("expected").value(rounded(change.expected()));
      json.key("q_value").value(change.qValue());
      if (template != null) {
        exemplar(template.first());
      }
      json.endObject();
    }
    json.endArray();
  }

  private void slowSpots() {
    json.key("slow_spots").beginArray();
    for (SlowSpot slow : SlowSpot.of(findings).stream().limit(top).toList()) {
      QuantileSketch durations = slow.durations();
      template(slow.template(), durations.count());
      json.key("median_seconds").value(seconds(durations.quantile(.5)));
      json.key("p95_seconds").value(seconds(durations.quantile(.95)));
      json.key("longest_seconds").value(seconds(durations.max()));
      json.key("total_seconds").value(seconds(durations.sum()));
      json.endObject();
    }
    json.endArray();
  }

  /** Seconds to the microsecond. */
  private static double seconds(double nanos) {
    return Math.round(nanos / 1e3) / 1e6;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void talkers(String key, HeavyHitters talkers) {
    Redactor redactor = new Redactor();
    json.key(key).beginArray();
    for (HeavyHitter talker : talkers.top(top)) {
      json.beginObject();
      json.key("name").value(redactor.redact(talker.text()));
      json.key("records").value(talker.count());
      json.key("records_at_least").value(talker.leastCount());
      json.endObject();
    }
    json.endArray();
  }

  private void secrets() {
    json.key("records_with_secrets").value(findings.secretRecords());
    json.key("secrets").beginArray();
    findings
        .secrets()
        .forEach((kind, count) -> {
          json.beginObject();
          json.key("kind").value(kind.text());
          json.key("count").value(count);
          json.endObject();
        });
    json.endArray();
  }

  /** Begins an object with what identifies a template; the caller ends it. */
  private void template(TemplateFindings found, long count) {
    json.beginObject();
    json.key("template_id").value(found.template().hexId());
    json.key("template").value(found.template().typedText());
    json.key("count").value(count);
    json.key("share").value((double) count / findings.records());
  }

  private void exemplar(@Nullable Exemplar exemplar) {
    if (exemplar != null) {
      json.key("exemplar").value(exemplar.text());
      json.key("input").value(exemplar.input());
      json.key("line").value(exemplar.line());
    }
  }

  private void names(String key, NameCounts counts) {
    json.key(key + "_total").value(counts.size());
    json.key(key).beginArray();
    for (NameCounts.Count count : counts.mostFrequent()) {
      json.beginObject();
      json.key("name").value(count.name());
      json.key("records").value(count.records());
      json.endObject();
    }
    json.endArray();
  }

  private void times(String first, String last, Times times) {
    if (times.isKnown()) {
      json.key(first).value(Moment.iso(times.first()));
      json.key(last).value(Moment.iso(times.last()));
    }
  }

  private static String hex(long id) {
    String hex = Long.toHexString(id);
    return "0".repeat(16 - hex.length()) + hex;
  }
}
