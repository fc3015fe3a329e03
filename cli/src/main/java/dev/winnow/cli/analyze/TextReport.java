package dev.winnow.cli.analyze;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Style;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity.Source;
import dev.winnow.kernel.stacktrace.StackFrame;
import dev.winnow.kernel.stacktrace.StackTrace;
import dev.winnow.kernel.stacktrace.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Findings for a person at a terminal. What was not found takes no room. */
final class TextReport {
  private static final int TREND_CELLS = 12;
  private static final int MAX_NAMES = 12;
  private static final SeverityNumber[] RANGES = {
    SeverityNumber.FATAL,
    SeverityNumber.ERROR,
    SeverityNumber.WARN,
    SeverityNumber.INFO,
    SeverityNumber.DEBUG,
    SeverityNumber.TRACE
  };

  private final Findings findings;
  private final int top;
  private final Output out;
  private final Style style;
  private final Glyphs glyphs;
  private final int width;

  TextReport(Findings findings, int top, Console console) {
    this.findings = findings;
    this.top = top;
    this.out = console.out();
    this.style = new Style(console.terminal());
    this.glyphs = new Glyphs(console.terminal());
    this.width = console.terminal().columns();
  }

  void print() {
    findings.inputs().forEach(this::input);
    if (findings.records() == 0) {
      out.line(findings.ledger().linesRead() == 0 ? "empty" : "no records");
    } else {
      overview();
      levels();
      templates();
      errors();
      exceptions();
      fields();
    }
    if (findings.ledger().linesRead() > 0) {
      lines();
    }
  }

  private void input(InputFindings input) {
    List<String> layouts = new ArrayList<>();
    for (LayoutCounts.Count count : input.layouts().mostFrequent()) {
      boolean only = count.lines() == input.layouts().lines();
      String share = only ? "" : " " + Figures.share(count.lines(), input.layouts().lines());
      layouts.add(count.layout().name() + share);
    }
    out.line(
        style.heading(Printable.of(input.name()))
            + "  "
            + Figures.bytes(input.bytes())
            + (layouts.isEmpty() ? "" : "  " + String.join(", ", layouts)));
  }

  private void overview() {
    List<String> facts = new ArrayList<>();
    facts.add(Figures.count(findings.ledger().linesRead(), "line", "lines"));
    facts.add(Figures.count(findings.records(), "record", "records"));
    facts.add(Figures.count(findings.templates().size(), "template", "templates"));
    if (findings.services().size() > 1) {
      facts.add(Figures.count(findings.services().size(), "service", "services"));
    }
    if (findings.hosts().size() > 1) {
      facts.add(Figures.count(findings.hosts().size(), "host", "hosts"));
    }
    out.line(String.join("   ", facts));
    Times times = findings.times();
    if (times.isKnown()) {
      out.line(
          Moment.of(times.first())
              + " "
              + glyphs.to()
              + " "
              + Moment.of(times.last(), times.first())
              + " UTC  ("
              + Figures.duration(Moment.seconds(times.first(), times.last()))
              + ")");
    }
  }

  private void levels() {
    List<String> shares = new ArrayList<>();
    for (SeverityNumber range : RANGES) {
      long count = findings.levels().of(range);
      if (count > 0) {
        shares.add(paint(range, range + " " + countAndShare(count)));
      }
    }
    long unknown = findings.levels().of(SeverityNumber.UNSPECIFIED);
    if (unknown > 0) {
      shares.add("not understood " + countAndShare(unknown));
    }
    out.line(String.join("   ", shares));
    String known = howLevelsAreKnown();
    if (!known.isEmpty()) {
      out.line(style.faint(known));
    }
  }

  private String countAndShare(long count) {
    return Figures.count(count) + " (" + Figures.share(count, findings.records()) + ")";
  }

  private String howLevelsAreKnown() {
    long inferred = findings.levels().of(Source.INFERRED);
    long assumed = findings.levels().of(Source.ASSUMED);
    List<String> ways = new ArrayList<>();
    if (inferred > 0) {
      ways.add("read out of the message in " + Figures.share(inferred, findings.records()));
    }
    if (assumed > 0) {
      ways.add("none found, so taken for INFO, in " + Figures.share(assumed, findings.records()));
    }
    return ways.isEmpty() ? "" : "levels: " + String.join("; ", ways);
  }

  private String paint(SeverityNumber range, String text) {
    return range.isError()
        ? style.bad(text)
        : range == SeverityNumber.WARN ? style.doubtful(text) : text;
  }

  private void templates() {
    List<TemplateFindings> all = findings.templates();
    int shown = Math.min(top, all.size());
    if (shown == 0) {
      return;
    }
    boolean trend = findings.timeline().isDivisible();
    int count = Math.max("records".length(), Figures.count(findings.records()).length()) + 1;
    int room = width - 6 - count - 10 - (trend ? TREND_CELLS + 2 : 0);
    section(
        DisplayWidth.pad("TOP TEMPLATES", room + 6)
            + left("records", count)
            + left("share", 10)
            + (trend ? "  trend" : ""));
    for (int i = 0; i < shown; i++) {
      TemplateFindings found = all.get(i);
      String line =
          left(Integer.toString(i + 1), 3)
              + " "
              + letter(found.statistics().usualSeverity())
              + " "
              + DisplayWidth.pad(cut(headline(found, found.template().typedText()), room - 1), room)
              + left(Figures.count(found.count()), count)
              + left(Figures.share(found.count(), findings.records()), 10)
              + (trend ? "  " + trend(found) : "");
      out.line(line.stripTrailing());
    }
    rest(all.size() - shown, sum(all, shown, TemplateFindings::count), room, count);
  }

  private void rest(int templates, long records, int room, int count) {
    if (templates > 0) {
      String text = Figures.count(templates, "more template", "more templates");
      out.line(
          style.faint(
              DisplayWidth.pad("      " + text, room + 6)
                  + left(Figures.count(records), count)
                  + left(Figures.share(records, findings.records()), 10)));
    }
    if (findings.untold() > 0) {
      out.line(
          style.faint(
              DisplayWidth.pad("      let go for want of memory", room + 6)
                  + left(Figures.count(findings.untold()), count)
                  + left(Figures.share(findings.untold(), findings.records()), 10)));
    }
  }

  private String trend(TemplateFindings found) {
    int[] trend = found.statistics().trend();
    return trend.length == 0 ? "" : glyphs.columns(findings.timeline().cells(trend, TREND_CELLS));
  }

  private String letter(SeverityNumber range) {
    String letter = range == SeverityNumber.UNSPECIFIED ? "?" : range.name().substring(0, 1);
    return paint(range, letter);
  }

  private void errors() {
    List<TemplateFindings> errors = findings.rarestErrors();
    if (errors.isEmpty()) {
      return;
    }
    section(
        "ERRORS  "
            + Figures.count(findings.levels().errors(), "record", "records")
            + " of "
            + Figures.count(errors.size(), "template", "templates")
            + (errors.size() > 1 ? ", the rarest first" : ""));
    int shown = Math.min(top, errors.size());
    int count = Figures.count(errors.get(shown - 1).statistics().errors()).length();
    for (TemplateFindings error : errors.subList(0, shown)) {
      TemplateStatistics known = error.statistics();
      String times = left(Figures.count(known.errors()), count + 1) + glyphs.times();
      Exemplar exemplar = known.firstError();
      String text = exemplar == null ? error.template().typedText() : exemplar.text();
      out.line(style.bad(times) + "  " + cut(headline(error, text), width - count - 4));
      out.line(style.faint(" ".repeat(count + 4) + whenAndWhere(known.errorTimes(), exemplar)));
    }
    long records = sum(errors, shown, error -> error.statistics().errors());
    if (records > 0) {
      out.line(
          style.faint(
              " ".repeat(count + 4)
                  + Figures.count(errors.size() - shown, "more template", "more templates")
                  + " with "
                  + Figures.count(records, "record", "records")));
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private String whenAndWhere(Times times, @Nullable Exemplar exemplar) {
    List<String> parts = new ArrayList<>();
    if (times.isKnown()) {
      String first = Moment.of(times.first(), findings.times().first());
      String last = Moment.of(times.last(), findings.times().first());
      parts.add(first.equals(last) ? first : first + " " + glyphs.to() + " " + last);
    }
    if (exemplar != null) {
      String file = findings.inputs().size() > 1 ? fileName(exemplar.input()) + " " : "";
      parts.add(Printable.of(file) + "line " + exemplar.line());
    }
    return String.join("   ", parts);
  }

  private static String fileName(String input) {
    return input.substring(input.lastIndexOf('/') + 1);
  }

  private void exceptions() {
    List<ThrownStatistics> all = findings.exceptions();
    if (all.isEmpty()) {
      return;
    }
    int shown = Math.min(top, all.size());
    section(
        "STACK TRACES  "
            + Figures.count(all.stream().mapToLong(one -> one.records).sum())
            + " of "
            + Figures.count(all.size(), "kind", "kinds"));
    int count = Figures.count(all.get(0).records).length();
    for (ThrownStatistics found : all.subList(0, shown)) {
      String times = left(Figures.count(found.records), count + 1) + glyphs.times();
      out.line(times + "  " + cut(chain(found.trace), width - count - 4));
      String detail = whenAndWhere(found.times, found.exemplar) + "   " + place(found.trace);
      out.line(style.faint(" ".repeat(count + 4) + cut(detail.strip(), width - count - 4)));
    }
    if (all.size() > shown) {
      out.line(
          style.faint(
              " ".repeat(count + 4)
                  + Figures.count(all.size() - shown, "more kind", "more kinds")));
    }
  }

  /** The outermost exception with its message, and what caused it. */
  private String chain(StackTrace trace) {
    StringBuilder text = new StringBuilder(name(trace.outermost()));
    String message = firstLine(trace.rootCause().message());
    if (trace.chain().size() > 1) {
      text.append(' ').append(glyphs.from()).append(' ').append(name(trace.rootCause()));
    }
    return message.isEmpty() ? text.toString() : text + ": " + message;
  }

  private static String name(Thrown thrown) {
    return thrown.type().isEmpty() ? "(no type)" : thrown.type();
  }

  /** Where it was thrown: in the user's own code, as near to the root cause as the trace shows. */
  private static String place(StackTrace trace) {
    List<StackFrame> frames =
        trace.chain().reversed().stream().flatMap(thrown -> thrown.frames().stream()).toList();
    if (frames.isEmpty()) {
      return "";
    }
    StackFrame frame = frames.stream().filter(StackFrame::inApp).findFirst().orElse(frames.get(0));
    String module = frame.module().isEmpty() ? "" : frame.module() + ".";
    String line = frame.line() == 0 ? "" : ":" + frame.line();
    return "at " + module + frame.function() + " (" + frame.file() + line + ")";
  }

  private void fields() {
    if (findings.structuredRecords() == 0) {
      return;
    }
    List<NameCounts.Count> all = findings.fields().mostFrequent();
    section("FIELDS  in " + Figures.count(findings.structuredRecords(), "record", "records"));
    List<String> names = new ArrayList<>();
    for (NameCounts.Count count : all.subList(0, Math.min(MAX_NAMES, all.size()))) {
      String share = Figures.share(count.records(), findings.structuredRecords());
      names.add(Printable.of(count.name()) + " " + share);
    }
    if (all.size() > MAX_NAMES) {
      names.add(Figures.count(all.size() - MAX_NAMES) + " more");
    }
    wrap(names);
  }

  private void wrap(List<String> items) {
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      if (line.length() > 0 && DisplayWidth.of(line.toString()) + item.length() + 3 > width) {
        out.line(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "  " : "   ").append(item);
    }
    out.line(line.toString());
  }

  /** What became of every line, and what was assumed. */
  private void lines() {
    LineLedger ledger = findings.ledger();
    section("LINES");
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(ledger.records()) + " begin a record");
    part(parts, ledger.joinedLines(), "joined to one");
    part(parts, ledger.malformedLines(), "malformed" + firstMalformed());
    part(parts, ledger.blankOrHeaderLines(), "blank or header");
    out.line("  " + Figures.count(ledger.linesRead()) + " = " + String.join(" + ", parts));
    note(sum(ReadingNotes::cutLines), "line is", "lines are", "longer than 1 MiB and cut there");
    note(
        sum(ReadingNotes::cutRecords),
        "record has",
        "records have",
        "more than 256 KiB or " + LineReader.MAX_HELD_LINES + " lines; the rest is only counted");
    note(
        sum(ReadingNotes::timesWithoutDate),
        "timestamp has",
        "timestamps have",
        "no date: the last day before the file was written is assumed");
    note(
        sum(ReadingNotes::timesWithoutYear),
        "timestamp has",
        "timestamps have",
        "no year: the last one before the file was written is assumed");
    note(
        sum(ReadingNotes::timesWithoutZone),
        "timestamp has",
        "timestamps have",
        "no zone: UTC is assumed");
    note(findings.services().uncounted(), "name of a service", "names of services", "not counted");
    note(findings.fields().uncounted(), "name of a field", "names of fields", "not counted");
    if (findings.partial()) {
      out.line("  " + style.bad("interrupted: this covers what was read until then"));
    }
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Figures.count(count) + " " + what);
    }
  }

  private String firstMalformed() {
    for (InputFindings input : findings.inputs()) {
      if (input.notes().firstMalformedLine() > 0) {
        String file =
            findings.inputs().size() > 1 ? Printable.of(fileName(input.name())) + " " : "";
        return " (the first is " + file + "line " + input.notes().firstMalformedLine() + ")";
      }
    }
    return "";
  }

  private long sum(ToLongFunction<ReadingNotes> count) {
    return findings.inputs().stream().map(InputFindings::notes).mapToLong(count).sum();
  }

  private static long sum(
      List<TemplateFindings> all, int from, ToLongFunction<TemplateFindings> count) {
    return all.stream().skip(from).mapToLong(count).sum();
  }

  private void note(long count, String one, String many, String text) {
    if (count > 0) {
      out.line(style.faint("  " + Figures.count(count, one, many) + " " + text));
    }
  }

  private void section(String heading) {
    out.line("");
    out.line(style.heading(heading));
  }

  /** A message or template in one line, behind the service if there are several. */
  private String headline(TemplateFindings found, String text) {
    boolean named = findings.services().size() > 1 && found.statistics().hasService();
    String service = named ? findings.services().name(found.statistics().service()) + ": " : "";
    return service + Headline.of(text).strip().replace("\n", glyphs.lineBreak());
  }

  private String cut(String text, int columns) {
    return DisplayWidth.cut(Printable.of(text), columns, glyphs.ellipsis());
  }

  private static String left(String text, int columns) {
    return " ".repeat(Math.max(0, columns - text.length())) + text;
  }
}
