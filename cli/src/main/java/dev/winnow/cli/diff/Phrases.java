package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.report.Moment;
import dev.winnow.core.detection.Difference.Kind;
import dev.winnow.core.detection.RateRatio;
import dev.winnow.core.detection.SizeRatio;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How differences are said, wherever they are shown. */
final class Phrases {
  private static final int MAX_NAMES = 3;

  private Phrases() {}

  /** All that differs, in one line, the worst first. */
  static String verdict(Differences found) {
    return String.join(", ", verdicts(found));
  }

  /** All that differs, the worst first. */
  static List<String> verdicts(Differences found) {
    List<String> parts = new ArrayList<>();
    part(parts, found.newErrors().size(), "new error", "new errors");
    part(parts, found.tracesOf(Kind.NEW).size(), "new stack trace", "new stack traces");
    if (!found.secrets().isEmpty()) {
      parts.add("new kinds of secrets");
    }
    if (Differences.isMore(found.errorShare()) || Differences.isLess(found.errorShare())) {
      parts.add(errors(found));
    }
    part(parts, found.otherNew().size(), "new template", "new templates");
    part(parts, found.of(Kind.GONE).size(), "gone", "gone");
    part(parts, found.of(Kind.MORE).size(), "more frequent", "more frequent");
    part(parts, found.of(Kind.LESS).size(), "less frequent", "less frequent");
    part(parts, found.levels().size(), "of another level", "of other levels");
    part(parts, found.slower().size(), "slower", "slower");
    part(parts, found.faster().size(), "faster", "faster");
    if (found.cost().hasGrown() || found.cost().hasShrunk()) {
      parts.add(times(found.cost().ratio().ratio()) + " the bytes");
    }
    return parts.isEmpty() ? List.of("no difference found") : parts;
  }

  private static String errors(Differences found) {
    if (found.base().levels().errors() == 0) {
      return "errors where there were none";
    }
    return found.candidate().levels().errors() == 0
        ? "no errors any more"
        : times(found.errorShare().ratio()) + " the share of errors";
  }

  private static void part(List<String> parts, int count, String one, String many) {
    if (count > 0) {
      parts.add(Figures.count(count, one, many));
    }
  }

  /** What makes the counts of two logs of unequal size comparable. */
  static String sizes(Differences found) {
    SizeRatio sizes = found.sizes();
    double records = (double) found.candidate().records() / found.base().records();
    return "sizes 1 : "
        + number(sizes.ratio())
        + (sizes.templates() == 0
            ? ", by all records"
            : ", the median of "
                + Figures.count(sizes.templates())
                + " frequent templates that both have (records 1 : "
                + number(records)
                + ")");
  }

  /** What has too few records to be called a difference; empty if nothing has. */
  static String tooFew(Differences found) {
    List<TemplateDifference> unsure = found.of(Kind.UNSURE);
    long inCandidate = unsure.stream().filter(template -> template.base() == null).count();
    long inBase = unsure.stream().filter(template -> template.candidate() == null).count();
    List<String> parts = new ArrayList<>();
    if (inCandidate > 0) {
      int errors = found.rareNewErrors().size();
      parts.add(
          Figures.count(inCandidate)
              + " only in the candidate"
              + (errors == 0 ? "" : " (" + Figures.count(errors, "error", "errors") + ")"));
    }
    if (inBase > 0) {
      parts.add(Figures.count(inBase) + " only in the base");
    }
    if (unsure.size() > inCandidate + inBase) {
      parts.add(Figures.count(unsure.size() - inCandidate - inBase) + " in both");
    }
    return unsure.isEmpty()
        ? ""
        : Figures.count(unsure.size(), "template", "templates") + ": " + String.join(", ", parts);
  }

  /** Templates that were let go may seem new or gone; empty if there are none. */
  static String untold(Differences found) {
    long untold = found.base().untold() + found.candidate().untold();
    return untold == 0
        ? ""
        : Figures.count(untold, "record", "records")
            + " of templates that were let go for want of memory, which may seem new or gone";
  }

  static String partial(Differences found) {
    return found.base().partial() || found.candidate().partial()
        ? "interrupted: this covers what was read until then"
        : "";
  }

  /** The inputs of a log. */
  static String names(Findings log) {
    List<InputFindings> inputs = log.inputs();
    String names =
        inputs.stream().limit(MAX_NAMES).map(InputFindings::name).collect(Collectors.joining(", "));
    int more = inputs.size() - MAX_NAMES;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  /** When a log was written; empty if it does not say. */
  static String span(Findings log, String to) {
    Times times = log.times();
    return times.isKnown()
        ? Moment.of(times.first()) + " " + to + " " + Moment.of(times.last(), times.first())
        : "";
  }

  /** {@code 3.1 times}. */
  static String times(double ratio) {
    return number(ratio) + " times";
  }

  /** {@code 3.1 times (2.2 to 4.4)}; one end is all that is known if one log has none. */
  static String times(RateRatio ratio) {
    if (!Double.isFinite(ratio.high())) {
      return "at least " + times(ratio.low());
    }
    return ratio.low() == 0
        ? "at most " + times(ratio.high())
        : times(ratio.ratio()) + " (" + number(ratio.low()) + " to " + number(ratio.high()) + ")";
  }

  private static String number(double ratio) {
    String format = ratio >= 9.95 ? "%.0f" : ratio >= .095 ? "%.2f" : "%.3f";
    String number = String.format(Locale.ROOT, format, ratio);
    return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
  }

  /** The share of errors in both logs, and whether that is a difference. */
  static String errorShare(Differences found, String to) {
    RateRatio ratio = found.errorShare();
    boolean differs = Differences.isMore(ratio) || Differences.isLess(ratio);
    boolean alike =
        ratio.low() >= 1 / Differences.LEAST_FACTOR && ratio.high() <= Differences.LEAST_FACTOR;
    return share(found.base())
        + " "
        + to
        + " "
        + share(found.candidate())
        + " of the records: "
        + (differs ? times(ratio) : alike ? "about the same" : "too few or too bunched to tell");
  }

  private static String share(Findings log) {
    return Figures.share(log.levels().errors(), log.records());
  }

  /** The bytes of both logs, and how they compare at equal size. */
  static String bytes(Differences found, String to) {
    Cost cost = found.cost();
    return Figures.bytes(cost.base())
        + " "
        + to
        + " "
        + Figures.bytes(cost.candidate())
        + ", per record "
        + Figures.bytes(Math.round((double) cost.base() / found.base().records()))
        + " "
        + to
        + " "
        + Figures.bytes(Math.round((double) cost.candidate() / found.candidate().records()))
        + "; at equal size "
        + times(cost.ratio().ratio());
  }

  /** What a template adds to the bytes. */
  static String growth(Cost.Growth growth) {
    return (growth.bytes() < 0 ? "-" : "+") + Figures.bytes(Math.round(Math.abs(growth.bytes())));
  }

  static String secrets(Map<SecretKind, Long> secrets) {
    return secrets.entrySet().stream()
        .map(secret -> secret.getKey().text() + " " + Figures.count(secret.getValue()))
        .collect(Collectors.joining(", "));
  }
}
