package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;

/**
 * A severity and how it is known. Lookups allocate nothing: there is one object per answer.
 *
 * <p>The usual use is {@code Severity.ofText(text).orInferred(body)}.
 */
public final class Severity {
  /** How a severity is known. */
  public enum Source {
    /** The record says so. */
    STATED,
    /** The body says so, by a level word, a status code or an exception. */
    INFERRED,
    /** Nothing says anything, so it is INFO. */
    ASSUMED,
    /** The record has no severity. The number is unspecified. */
    ABSENT,
    /** The record has one that is in no table. The number is unspecified. */
    NOT_UNDERSTOOD
  }

  private static final Severity[] STATED = everyNumber(Source.STATED);
  private static final Severity[] INFERRED = everyNumber(Source.INFERRED);
  private static final Severity ASSUMED = new Severity(SeverityNumber.INFO, Source.ASSUMED);
  private static final Severity ABSENT = new Severity(SeverityNumber.UNSPECIFIED, Source.ABSENT);
  private static final Severity NOT_UNDERSTOOD =
      new Severity(SeverityNumber.UNSPECIFIED, Source.NOT_UNDERSTOOD);

  private final SeverityNumber number;
  private final Source source;

  private Severity(SeverityNumber number, Source source) {
    this.number = number;
    this.source = source;
  }

  private static Severity[] everyNumber(Source source) {
    SeverityNumber[] numbers = SeverityNumber.values();
    Severity[] severities = new Severity[numbers.length];
    for (SeverityNumber number : numbers) {
      severities[number.number()] = new Severity(number, source);
    }
    return severities;
  }

  /**
   * Reads a severity text: a name in any case and many languages, a letter, a syslog priority such
   * as {@code <13>}, or a number of the scales that numbers without a name are from (syslog, pino,
   * Log4j). Brackets, quotes, a colon and white space around it do not matter.
   */
  public static Severity ofText(String text) {
    return stated(LevelNames.TABLE.find(text));
  }

  /** As {@link #ofText(String)}, in UTF-8. */
  public static Severity ofText(byte[] in, int from, int to) {
    return stated(LevelNames.TABLE.find(in, from, to));
  }

  /** Reads a number of a known scale. */
  public static Severity ofNumber(NumberScale scale, long number) {
    return stated(scale.entry(number));
  }

  /** Reads a severity out of a body; INFO if it tells nothing. Looks at its first 8 KiB. */
  public static Severity infer(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return infer(bytes, 0, bytes.length);
  }

  /** As {@link #infer(String)}, in UTF-8. */
  public static Severity infer(byte[] in, int from, int to) {
    SeverityNumber number = BodySeverity.find(in, from, to);
    return number == SeverityNumber.UNSPECIFIED ? ASSUMED : INFERRED[number.number()];
  }

  /** What an HTTP status code from 100 to 599 says: 5xx is ERROR, 4xx WARN, any other INFO. */
  public static Severity ofHttpStatus(int code) {
    return switch (code / 100) {
      case 5 -> INFERRED[SeverityNumber.ERROR.number()];
      case 4 -> INFERRED[SeverityNumber.WARN.number()];
      case 1, 2, 3 -> INFERRED[SeverityNumber.INFO.number()];
      default -> ABSENT;
    };
  }

  /** This severity, or if it is absent the one read out of a body. */
  public Severity orInferred(String body) {
    return source == Source.ABSENT ? infer(body) : this;
  }

  /** As {@link #orInferred(String)}, in UTF-8. */
  public Severity orInferred(byte[] in, int from, int to) {
    return source == Source.ABSENT ? infer(in, from, to) : this;
  }

  public SeverityNumber number() {
    return number;
  }

  public Source source() {
    return source;
  }

  /** Whether no policy may drop a record with this severity: ERROR or worse, or not understood. */
  public boolean isProtected() {
    return number.isError() || source == Source.NOT_UNDERSTOOD;
  }

  @Override
  public String toString() {
    return number + " (" + source + ")";
  }

  private static Severity stated(int entry) {
    if (entry == NameTable.UNKNOWN) {
      return NOT_UNDERSTOOD;
    }
    int number = NameTable.number(entry);
    return number == 0 ? ABSENT : STATED[number];
  }
}
