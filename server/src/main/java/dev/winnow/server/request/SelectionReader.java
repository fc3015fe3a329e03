package dev.winnow.server.request;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.HexId;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a selection of parameters; a record must meet all that are given. Not thread-safe. */
public final class SelectionReader {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final String tenantId;
  private final Instant now;
  private final List<Predicate> conditions = new ArrayList<>();
  private String text = "";
  private String startName = "start_time";
  private String endName = "end_time";
  private @Nullable Long start;
  private @Nullable Long end;

  /**
   * Reads for a tenant.
   *
   * @param now what lengths of time are before
   */
  public SelectionReader(String tenantId, Instant now) {
    this.tenantId = tenantId;
    this.now = now;
  }

  /** A condition in the readable form of predicates, or as JSON. */
  public SelectionReader query(@Nullable String predicate) {
    if (predicate != null && !predicate.isBlank()) {
      boolean isTree = predicate.stripLeading().startsWith("{");
      conditions.add(isTree ? Predicate.parse(predicate) : PredicateText.parse(predicate));
    }
    return this;
  }

  /** Names of services, of which a record has one. */
  public SelectionReader services(List<String> names) {
    return anyOf(names, name -> equal("service", name));
  }

  /** Levels, of which a record has one: a name stands for its four numbers. */
  public SelectionReader levels(List<String> names) {
    return anyOf(names, SelectionReader::level);
  }

  private SelectionReader anyOf(List<String> given, Function<String, Predicate> condition) {
    List<Predicate> each =
        given.stream().filter(text -> !text.isEmpty()).distinct().map(condition).toList();
    if (!each.isEmpty()) {
      conditions.add(each.size() == 1 ? each.getFirst() : new Or(each));
    }
    return this;
  }

  private static Predicate level(String name) {
    // Records may have numbers or brackets where their level is; a question has a word.
    boolean isWord = name.chars().allMatch(Character::isLetter);
    SeverityNumber least = Severity.ofText(name).number().range();
    if (!isWord || least == SeverityNumber.UNSPECIFIED) {
      throw new Parameter("level", name).refused("one of trace, debug, info, warn, error, fatal");
    }
    return NumberRange.between(
        Field.of("severity_number"), least.number(), least.number() + SeverityNumber.RANGE - 1);
  }

  /** A text that the body contains, in upper or lower case. */
  public SelectionReader search(@Nullable String part) {
    Parameter parameter = new Parameter("search", part);
    text = parameter.textOrEmpty();
    if (text.length() > Selection.MAX_TEXT_LENGTH) {
      throw parameter.refused("a text of at most " + Selection.MAX_TEXT_LENGTH + " characters");
    }
    return this;
  }

  public SelectionReader traceId(@Nullable String digits) {
    Parameter parameter = new Parameter("trace_id", digits);
    if (parameter.isGiven()) {
      String traceId = parameter.textOrEmpty().toLowerCase(Locale.ROOT);
      if (!HexId.isTraceId(traceId)) {
        throw parameter.refused("a trace id of 32 hexadecimal digits, not all 0,");
      }
      conditions.add(equal("trace_id", traceId));
    }
    return this;
  }

  /** The template of a record, by an id that it has or had. */
  public SelectionReader templateId(@Nullable String digits) {
    Parameter parameter = new Parameter("template_id", digits);
    if (parameter.isGiven()) {
      conditions.add(equal("template_id", HexFormat.of().toHexDigits(parameter.templateId())));
    }
    return this;
  }

  private static Predicate equal(String field, String value) {
    return new Equals(Field.of(field), AnyValue.of(value));
  }

  /** The first moment that belongs to the selection. */
  public SelectionReader startTime(@Nullable String time) {
    return start(new Parameter(startName, time));
  }

  /** The first moment that belongs to the selection, by a name of its own. */
  public SelectionReader start(Parameter time) {
    startName = time.name();
    start = time(time);
    return this;
  }

  /** The first moment that does not belong to it any more. */
  public SelectionReader endTime(@Nullable String time) {
    return end(new Parameter(endName, time));
  }

  /** The first moment that does not belong to the selection any more, by a name of its own. */
  public SelectionReader end(Parameter time) {
    endName = time.name();
    end = time(time);
    return this;
  }

  private @Nullable Long time(Parameter parameter) {
    return parameter.isGiven() ? TimeText.time(parameter, now) : null;
  }

  /** The selection, which reaches over all time where no bound was given. */
  public Selection selection() {
    return during(
        start == null ? TimeSpan.ALL.from() : start, end == null ? TimeSpan.ALL.to() : end);
  }

  /**
   * The selection, which is as long as {@code otherwise} and ends with this minute unless bounds
   * were given. Such bounds are whole minutes, so that nothing needs to be read for a count.
   */
  public Selection recent(Duration otherwise) {
    long to = end == null ? TimeText.nanos(now.truncatedTo(ChronoUnit.MINUTES)) + MINUTE : end;
    return during(start == null ? Math.max(0, to - otherwise.toNanos()) : start, to);
  }

  private Selection during(long from, long to) {
    if (from > to) {
      throw new Parameter(startName, Timestamps.text(Timestamps.of(from)))
          .refused(
              "a time before %s, which is %s,"
                  .formatted(endName, Timestamps.text(Timestamps.of(to))));
    }
    return new Selection(tenantId, new TimeSpan(from, to), condition(), text);
  }

  private Predicate condition() {
    return conditions.size() == 1 ? conditions.getFirst() : new And(conditions);
  }
}
